using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Tests.Questions;

/// <summary>A question reads but a part of the trust. It has to be the part on which the answer turns.</summary>
public sealed class TrustQuestionTests : IAsyncLifetime
{
    private static readonly Server[] All = [Estate.Lync, Estate.Exchange, Estate.TokenServer];

    private readonly FakeTimeProvider time = new(Certs.Now);
    private MemoryEngine engine = null!;

    public async Task InitializeAsync()
    {
        engine = MemoryEngine.Of(All, [Estate.Ken], time);
        await Installation.EstablishAsync(engine);
        await engine.BindCertificateAsync(Installation.Bind(Estate.TokenServer, Certs.Key(2)), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Estate.TokenServer.Fqdn, Estate.TokenServer.MetadataUrl, false), default);
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Theory]
    [InlineData(Litware.Lync, Litware.Exchange)]
    [InlineData(Litware.Exchange, Litware.Lync)]
    public async Task A_token_of_an_authorization_server_that_both_use_is_accepted(string from, string to)
    {
        await RegisterBehindTokenServerAsync(from, to);
        await UseTokenServerAsync(from);
        await UseTokenServerAsync(to);

        var verdict = await engine.Questions.ExplainAsync(Ask(from, to), Silence.Instance, default);

        Assert.True(verdict.Accepted, verdict.Refusal?.Text);
    }

    /// <summary>Whether Exchange knows Lync through the authorization server alone, and which of the two use that server.</summary>
    public static TheoryData<bool, bool, bool> Arrangements => new()
    {
        { false, false, false },
        { true, false, false },
        { true, true, false },
        { true, false, true },
        { true, true, true },
    };

    [Theory]
    [MemberData(nameof(Arrangements))]
    public async Task What_is_read_for_a_question_says_what_the_whole_trust_says(bool isBehind, bool callerKnows, bool receiverKnows)
    {
        await ArrangeAsync(isBehind, callerKnows, receiverKnows);
        var (whole, keys) = await ReadWholeAsync();

        foreach (var question in new[] { Ask(Litware.Lync, Litware.Exchange), Ask(Litware.Exchange, Litware.Lync) })
        {
            var verdict = await engine.Questions.ExplainAsync(question, Silence.Instance, default);

            Assert.Equal(TrustEvaluator.Evaluate(whole, question, keys).Steps.AsEnumerable(), verdict.Steps.AsEnumerable());
        }
    }

    [Theory]
    [MemberData(nameof(Arrangements))]
    public async Task What_is_read_for_a_rollover_plans_what_the_whole_trust_plans(bool isBehind, bool callerKnows, bool receiverKnows)
    {
        await ArrangeAsync(isBehind, callerKnows, receiverKnows);
        var (whole, _) = await ReadWholeAsync();

        foreach (var server in All)
        {
            var plan = await engine.Questions.PlanRolloverAsync(server.Fqdn, Silence.Instance, default);

            var expected = RolloverPlanner.Plan(whole, server.Fqdn, time.GetUtcNow());
            Assert.NotEmpty(expected.Steps);
            Assert.Equal(expected.Steps.AsEnumerable(), plan.Steps.AsEnumerable());
            Assert.Equal(expected.Refusal, plan.Refusal);
        }
    }

    private static TrustQuestion Ask(string from, string to) => new(from, to, Estate.Ken.SipUri, Certs.Now);

    private Task<AuthorizationServer> UseTokenServerAsync(string user) =>
        engine.CreateAuthorizationServerAsync(
            new SaveAuthorizationServer(user, new AuthorizationServerDraft("sts", Estate.TokenServer.MetadataUrl, null)), default);

    /// <summary>The caller is known to the token server, and to the receiver only through it.</summary>
    private async Task RegisterBehindTokenServerAsync(string from, string on)
    {
        var (caller, receiver) = (All.Single(server => server.Fqdn == from), All.Single(server => server.Fqdn == on));
        await engine.CreatePartnerApplicationAsync(Installation.Register(Estate.TokenServer, caller), default);
        var direct = Installation.Register(receiver, caller);
        await engine.RemovePartnerApplicationAsync(on, direct.Name, default);
        await engine.CreatePartnerApplicationAsync(
            direct with { Source = new PartnerSource.AuthorizationServer(caller.ApplicationIdentifier, Litware.Realm) }, default);
    }

    private async Task ArrangeAsync(bool isBehind, bool callerKnows, bool receiverKnows)
    {
        if (isBehind)
        {
            await RegisterBehindTokenServerAsync(Litware.Lync, Litware.Exchange);
        }

        foreach (var (user, _) in new[] { (Litware.Lync, callerKnows), (Litware.Exchange, receiverKnows) }.Where(end => end.Item2))
        {
            await UseTokenServerAsync(user);
        }
    }

    private async Task<(TrustState State, Func<SigningCertificate, CertificateWithKey?> Keys)> ReadWholeAsync()
    {
        var found = new List<ServerSnapshot>();
        foreach (var server in All)
        {
            found.Add(await engine.Reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.All), Silence.Instance, default));
        }

        var state = All.Zip(found).Aggregate(TrustState.Empty, (so, read) => so.With(read.First, read.Second)) with
        {
            Mailboxes = TrustState.Empty.Mailboxes.Add(Estate.Ken.SipUri, Estate.Ken),
            MailboxesAreComplete = true,
        };
        return (state, certificate =>
            found.SelectMany(server => server.Keys).FirstOrDefault(key => key.Certificate.Thumbprint == certificate.Thumbprint));
    }
}
