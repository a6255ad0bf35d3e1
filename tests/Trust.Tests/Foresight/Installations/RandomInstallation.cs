using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Foresight.Installations;

/// <summary>Two to four servers of any product and up to two token servers, some of them pools, with certificates of all generations, records of one
/// another with some of the keys, and a call between two of them. Half a trust and worse are among them.</summary>
internal sealed class RandomInstallation
{
    private readonly Random random;
    private readonly RandomTimes times;
    private readonly ImmutableArray<Server> servers;

    private RandomInstallation(int seed)
    {
        random = new Random(seed);
        times = new RandomTimes(random);
        servers = [.. Enumerable.Range(0, random.Next(2, 5)).Select(NewServer), .. Enumerable.Range(0, OneOf(0, 0, 1, 1, 2)).Select(TokenServer)];
        State = servers.Aggregate(TrustState.Empty, Bound);
        State = Pairs().Aggregate(State, (state, pair) => Registered(state, pair.Keeper, pair.Partner));
        State = State with { Mailboxes = Mailboxes(), MailboxesAreComplete = Happens(70) };
        Question = NewQuestion();
    }

    public TrustState State { get; }

    public TrustQuestion Question { get; }

    /// <summary>Every time that occurs anywhere.</summary>
    public IEnumerable<DateTimeOffset> Times =>
        Certificates.SelectMany(certificate => new[] { certificate.NotBefore, certificate.NotAfter })
            .Concat(State.Certificates.Values.Select(slots => slots.NextEffectiveDate).OfType<DateTimeOffset>())
            .Concat(State.Certificates.Values.Select(slots => slots.CurrentSince).OfType<DateTimeOffset>());

    public static RandomInstallation Of(int seed) => new(seed);

    private IEnumerable<SigningCertificate> Certificates => State.Certificates.Values.SelectMany(slots => slots.All)
        .Concat(State.PartnerApplications.Values.SelectMany(record => record.TrustedKeys ?? []))
        .Concat(State.AuthorizationServers.Values.SelectMany(record => record.TrustedKeys ?? []));

    private bool Happens(int percent) => times.Happens(percent);

    private T OneOf<T>(params IReadOnlyList<T> all) => all[random.Next(all.Count)];

    private Server NewServer(int index)
    {
        var product = OneOf(ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.ExchangeServer, ServerProduct.SharePointServer);
        return Named($"s{index}.litwareinc.com", product);
    }

    private Server TokenServer(int index) => Named($"sts{index}.litwareinc.com", ServerProduct.TokenServer);

    private Server Named(string fqdn, ServerProduct product) => Estate.Of(fqdn, product) with
    {
        Realm = Happens(98) ? Litware.Realm : "fabrikam.com",
        AcceptedDomains = Happens(50) ? [] : [Litware.Realm],
        Members = Happens(20) ? [$"a.{fqdn}", $"b.{fqdn}"] : [],
    };

    private IEnumerable<(Server Keeper, Server Partner)> Pairs() =>
        from keeper in servers from partner in servers where keeper != partner select (keeper, partner);

    private TrustState Bound(TrustState state, Server server)
    {
        var slots = Slots();
        var holding = state.Holding(server, times.Certificate()).Holding(server.Fqdn, slots) with
        {
            MemberCopies = state.MemberCopies.Add(server.Fqdn, [.. server.Members.SelectMany(member => CopiesOn(member, slots))]),
        };
        return server.Product == ServerProduct.LyncServer && Happens(95) ? holding.Holding(Settings(server)) : holding;
    }

    private IEnumerable<CertificateCopy> CopiesOn(string member, CertificateSlots slots) =>
        from certificate in slots.All
        where Happens(certificate == slots.Next ? 70 : 97)
        select new CertificateCopy(member, certificate.Thumbprint, HasPrivateKey: Happens(98), Exportable: true);

    private CertificateSlots Slots()
    {
        var staged = Happens(60);
        return new CertificateSlots(
            Happens(30) ? times.Certificate() : null,
            Happens(98) ? times.Certificate() : null,
            staged ? times.Certificate(begun: 60) : null,
            staged ? times.Ahead() : null)
        {
            CurrentSince = Happens(50) ? Certs.Now.AddHours(-random.Next(1000)) : null,
        };
    }

    private OAuthConfiguration Settings(Server lync) => Estate.LyncSettings with
    {
        Server = lync.Fqdn,
        Realm = lync.Realm,
        ExchangeAutodiscoverUrl = servers.FirstOrDefault(server => server.Product == ServerProduct.ExchangeServer) is { } exchange && Happens(95)
            ? Litware.Url(exchange.Fqdn, "/autodiscover/autodiscover.svc")
            : null,
    };

    private TrustState Registered(TrustState state, Server keeper, Server partner)
    {
        if (partner.Product == ServerProduct.TokenServer)
        {
            return Happens(96) ? WithAuthorizationServer(state, keeper, partner) : state;
        }

        var behind = keeper.Product != ServerProduct.TokenServer && servers.Any(server => server.Product == ServerProduct.TokenServer) && Happens(75);
        return Enumerable.Range(0, Happens(4) ? 0 : Happens(10) ? 2 : 1).Aggregate(
            state, (so, number) => so.Holding(Record(so, keeper, partner, $"{partner.Fqdn} {number}", behind)));
    }

    private PartnerApplication Record(TrustState state, Server keeper, Server partner, string name, bool behind) => States.OnExchange with
    {
        Server = keeper.Fqdn,
        Name = name,
        Source = behind
            ? new PartnerSource.AuthorizationServer(partner.ApplicationIdentifier, partner.Realm)
            : new PartnerSource.Metadata(partner.MetadataUrl, false),
        ApplicationIdentifier = partner.ApplicationIdentifier,
        Realm = partner.Realm,
        Issuer = partner.Issuer,
        TrustedKeys = behind ? [] : Keys(state, partner),
        TrustLevel = keeper.Product == ServerProduct.LyncServer ? Happens(90) ? TrustLevel.Full : TrustLevel.User : null,
        Enabled = Happens(97),
        LinkedAccount = Happens(93) ? States.OnExchange.LinkedAccount : null,
    };

    private static TrustState With(TrustState state, AuthorizationServer record) =>
        state with { AuthorizationServers = state.AuthorizationServers.Add((record.Server, record.Name), record) };

    private TrustState WithAuthorizationServer(TrustState state, Server keeper, Server partner) => With(
        state, new AuthorizationServer(keeper.Fqdn, partner.Fqdn, partner.MetadataUrl, partner.Realm, partner.Issuer, Keys(state, partner)));

    /// <summary>Some of the partner's, and one of somebody else; the staged one is missing most often.</summary>
    private ImmutableArray<SigningCertificate>? Keys(TrustState state, Server partner)
    {
        var slots = state.Certificates[partner.Fqdn];
        var held = slots.All.Where(certificate => Happens(certificate == slots.Next ? 65 : 95)).Select(times.Copy);
        return Happens(5) ? null : Happens(20) ? [.. held, times.Certificate()] : [.. held];
    }

    private ImmutableDictionary<string, Trust.Mailboxes.Mailbox> Mailboxes() =>
        servers.FirstOrDefault(server => server.Product == ServerProduct.ExchangeServer) is { } exchange && Happens(90)
            ? State.Mailboxes.Add(Litware.Ken, Estate.Ken with { Server = exchange.Fqdn })
            : State.Mailboxes;

    private TrustQuestion NewQuestion()
    {
        var callable = servers.RemoveAll(server => server.Product == ServerProduct.TokenServer && Happens(95));
        var from = OneOf(callable);
        var to = OneOf(callable.Remove(from) is { IsEmpty: false } others ? others : servers.Remove(from));
        var now = Certs.Now.AddMilliseconds(Happens(20) ? random.Next(1000) : 0);
        return new TrustQuestion(from.Fqdn, to.Fqdn, Happens(50) ? Litware.Ken : null, now)
        {
            Member = from.Members.IsEmpty || Happens(60) ? null : OneOf(from.Members),
        };
    }
}
