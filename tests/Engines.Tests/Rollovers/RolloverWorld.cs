using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>Lync, Exchange and a token server that trust one another, kept by the operations of the engines, with a clock of the test's.</summary>
internal sealed class RolloverWorld : IAsyncDisposable
{
    private static readonly Server[] All = [Estate.Lync, Estate.Exchange, Estate.TokenServer];
    private readonly ServerDirectory servers = new(All, [Estate.Ken]);
    private readonly MemoryEngine engine;
    private readonly bool byTokenServer;

    public RolloverWorld(ServerProduct rolling)
    {
        Rolling = All.Single(server => server.Product == rolling);
        byTokenServer = rolling == ServerProduct.TokenServer;
        engine = MemoryEngine.Of(All, [Estate.Ken], Time);
    }

    public FakeTimeProvider Time { get; } = new(Certs.Now);

    public Server Rolling { get; }

    /// <summary>Who takes the tokens that the rolling server signs.</summary>
    public Server Receiver => Rolling == Estate.Exchange ? Estate.Lync : Estate.Exchange;

    /// <summary>A certificate on a key that is there already: making keys is what costs.</summary>
    public static CertificateWithKey Certify(string name, DateTimeOffset until)
    {
        using var rsa = Certs.Key(0).OpenKey();
        var request = new CertificateRequest($"CN={name}", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(Certs.Now.AddDays(-30), until);
        return new CertificateWithKey(CertificateReader.Read(made.RawData), Certs.Key(0).Pkcs8);
    }

    public async Task EstablishAsync(CertificateWithKey old)
    {
        foreach (var server in All)
        {
            await BindAsync(server, server == Rolling ? old : Certs.Key(1), null);
            await engine.PublishMetadataAsync(new PublishMetadata(server.Fqdn, server.MetadataUrl, false), default);
        }

        await engine.WriteOAuthConfigurationAsync(
            new SaveOAuthConfiguration(Estate.Lync.Fqdn, null, new Uri($"https://{Estate.Exchange.Fqdn}/autodiscover/autodiscover.svc"), []),
            default);
        await engine.CreatePartnerApplicationAsync(Installation.Register(Estate.Lync, Estate.Exchange), default);
        await engine.CreatePartnerApplicationAsync(LyncAtExchange, default);
        foreach (var user in byTokenServer ? [Estate.Lync, Estate.Exchange] : Array.Empty<Server>())
        {
            await engine.CreateAuthorizationServerAsync(RecordAt(user), default);
        }
    }

    public Task BindAsync(Server server, CertificateWithKey certificate, DateTimeOffset? effective) =>
        engine.BindCertificateAsync(Installation.Bind(server, certificate, effective), default);

    public Task<RolloverPlan> PlanAsync() => engine.Questions.PlanRolloverAsync(Rolling.Fqdn, Silence.Instance, default);

    public Task RetireAsync() => engine.RetirePreviousCertificateAsync(Rolling.Fqdn, default);

    /// <summary>The consumer reads the rolling server's document again, as an update of its record does.</summary>
    public Task RefreshAsync(string consumer) =>
        byTokenServer ? engine.UpdateAuthorizationServerAsync(RecordAt(servers.Require(consumer)), default)
        : engine.UpdatePartnerApplicationAsync(
            consumer == Estate.Exchange.Fqdn ? LyncAtExchange : Installation.Register(Estate.Lync, Estate.Exchange), default);

    /// <summary>The generations of the rolling server's certificate now.</summary>
    public async Task<CertificateSlots> SlotsAsync() =>
        CertificateRules.At((await engine.FindCertificateBindingAsync(Rolling.Fqdn, default))!.Slots, Rolling.Product, Time.GetUtcNow());

    /// <summary>A token that the rolling server signs with that certificate.</summary>
    public string Issue(CertificateWithKey key, int lifeMinutes)
    {
        var client = PrincipalName.Parse((Rolling == Estate.Exchange ? Estate.Exchange : Estate.Lync).Issuer);
        var audience = new Audience(Receiver.ApplicationIdentifier, Receiver.Fqdn, Receiver.Realm);
        var wish = new ActorTokenRequest(PrincipalName.Parse(Rolling.Issuer), client, audience, Time.GetUtcNow())
        {
            Lifetime = TimeSpan.FromMinutes(lifeMinutes),
        };
        return TokenIssuer.IssueForUser(wish, UserIdentity.Of(Estate.Ken.SipUri, Estate.Ken), key);
    }

    /// <summary>What the receiver says of a token now.</summary>
    public async Task<TokenValidation> PresentAsync(string token)
    {
        var found = await engine.Reader.ReadAsync(new ServerQuery(Receiver.Fqdn, ServerParts.All), Silence.Instance, default);
        var state = TrustState.Empty.With(Receiver, found) with
        {
            Servers = servers.Bare.Servers,
            Mailboxes = TrustState.Empty.Mailboxes.Add(Estate.Ken.SipUri, Estate.Ken),
        };
        return new TokenValidator().Validate(new TokenValidationRequest(token, Receiver, state, Time.GetUtcNow()));
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private SavePartnerApplication LyncAtExchange => Installation.Register(Estate.Exchange, Estate.Lync) is var direct && byTokenServer
        ? direct with { Source = new PartnerSource.AuthorizationServer(WellKnownApplications.Lync, Litware.Realm) }
        : Installation.Register(Estate.Exchange, Estate.Lync);

    private static SaveAuthorizationServer RecordAt(Server user) =>
        new(user.Fqdn, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null));
}
