using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>A Lync pool of two Front Ends: what is bound to the pool must lie on both (domain.md 2.1, 8 rows 20 and 21).</summary>
public sealed class PoolTests : IAsyncLifetime
{
    private const string First = "fe01.litwareinc.com";
    private const string Second = "fe02.litwareinc.com";
    private static readonly Server Pool = Estate.Lync with { Members = [First, Second] };
    private Installation installation = null!;

    public async Task InitializeAsync()
    {
        installation = await Installation.StartAsync(Pool, Estate.Exchange);
        await installation.EstablishAsync();
    }

    public async Task DisposeAsync() => await installation.DisposeAsync();

    [Fact]
    public async Task What_is_bound_to_a_pool_lies_on_every_member()
    {
        Assert.Empty((await FindAsync()).MemberFaults);
        Assert.True((await CheckAsync(installation.Engine, null)).Succeeded);
        Assert.True((await CheckAsync(installation.Engine, Second)).Succeeded);
    }

    [Fact]
    public async Task A_member_that_lost_the_certificate_is_named_and_binding_again_repairs_it()
    {
        await LabAsync(lab => lab.RemoveCertificatesAsync(Litware.Lync, Second, default));

        var lacking = Assert.Single((await FindAsync()).MemberFaults);
        Assert.Equal((Second, "PT2019"), (lacking.Member, lacking.Fault.Code));
        Assert.Equal(["PT2019"], await FindingsAsync());

        await installation.Engine.BindCertificateAsync(
            new BindCertificate(Litware.Lync, new CertificateSource.Stored(lacking.Certificate), null), default);
        Assert.Empty((await FindAsync()).MemberFaults);
        Assert.Empty(await FindingsAsync());
    }

    [Theory]
    [InlineData(null, "PT2019")]
    [InlineData(First, "")]
    [InlineData("FE02.litwareinc.com", "PT2019")]
    public async Task Calls_work_from_one_front_end_and_fail_from_another_as_the_preview_says(string? member, string code)
    {
        await LabAsync(lab => lab.RemoveCertificatesAsync(Litware.Lync, Second, default));

        var found = await CheckAsync(installation.Engine, member);
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
        var foretold = await CheckAsync(shadow, member);

        Assert.Equal((code, code.Length == 0), (found.Steps[^1].Code, found.Succeeded));
        Assert.Equal((code, code.Length == 0), (foretold.Steps[^1].Code, foretold.Succeeded));
    }

    [Fact]
    public async Task The_question_whether_the_pool_is_trusted_is_answered_for_all_its_members()
    {
        var question = new TrustQuestion(Litware.Lync, Litware.Exchange, Estate.Ken.SipUri, Certs.Now);
        Assert.True((await installation.Questions.ExplainAsync(question, Silence.Instance, default)).Accepted);

        await LabAsync(lab => lab.RemoveCertificatesAsync(Litware.Lync, Second, default));

        var verdict = await installation.Questions.ExplainAsync(question, Silence.Instance, default);
        Assert.Equal(("certificate", "PT2019"), (verdict.Steps[^1].Name, verdict.Refusal!.Code));
        Assert.Contains(Second, verdict.Refusal.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, new[] { First, Second })]
    [InlineData(Second, new[] { Second })]
    public async Task Where_replication_is_stuck_a_new_certificate_is_missing(string? member, string[] missing)
    {
        await LabAsync(lab => lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.ReplicationStuck, member), default));
        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);

        var foretold = await shadow.BindCertificateAsync(Installation.Bind(Pool, Certs.Key(2)), default);
        var bound = await installation.Engine.BindCertificateAsync(Installation.Bind(Pool, Certs.Key(2)), default);

        Assert.Equal(missing, bound.MemberFaults.Select(fault => fault.Member));
        Assert.Equal(bound.MemberFaults.ToArray(), foretold.MemberFaults.ToArray());

        await LabAsync(lab => lab.Faults.SwitchOffAsync(Litware.Lync, HostFaultKind.ReplicationStuck, default));
        Assert.Empty((await installation.Engine.BindCertificateAsync(Installation.Bind(Pool, Certs.Key(2)), default)).MemberFaults);
    }

    [Fact]
    public async Task A_staged_certificate_must_lie_on_every_member_before_its_date()
    {
        await LabAsync(lab => lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.ReplicationStuck, Second), default));

        var staged = await installation.Engine.BindCertificateAsync(
            Installation.Bind(Pool, Certs.Key(2), Certs.Now.AddDays(3)), default);

        Assert.Equal([(Second, Certs.Public(2).Thumbprint)], staged.MemberFaults.Select(fault => (fault.Member, fault.Certificate)));
        Assert.True((await CheckAsync(installation.Engine, null)).Succeeded);
    }

    [Fact]
    public async Task A_key_that_cannot_leave_the_server_is_not_bound_to_a_pool_as_the_preview_says()
    {
        await LabAsync(lab => lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.KeyNotExportable, null), default));

        await using var shadow = ShadowEngine.Over(installation.Engine, installation.ShadowOptions, installation.Time);
        foreach (var engine in new ITrustEngine[] { shadow, installation.Engine })
        {
            var refusal = await Assert.ThrowsAsync<FaultException>(
                () => engine.BindCertificateAsync(Installation.Bind(Pool, Certs.Key(2)), default));
            Assert.Equal(["PT2006"], refusal.Faults.Select(fault => fault.Code));
        }

        Assert.Equal(Certs.Public(0), (await FindAsync()).Slots.Current);
    }

    [Fact]
    public async Task A_member_publishes_the_document_under_its_own_name_if_it_has_the_certificate()
    {
        var (good, bad) = (new Uri($"https://{First}/metadata/json/1"), new Uri($"https://{Second}/metadata/json/1"));
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, good, false), default);
        await installation.Engine.PublishMetadataAsync(new PublishMetadata(Litware.Lync, bad, false), default);
        await LabAsync(lab => lab.RemoveCertificatesAsync(Litware.Lync, Second, default));

        Assert.NotNull(await installation.Engine.FetchMetadataAsync(new FetchMetadata(good, false), default));
        var answer = await Assert.ThrowsAsync<FaultException>(() => installation.Engine.FetchMetadataAsync(new FetchMetadata(bad, false), default));
        Assert.Equal("PT3058", answer.Faults.Single().Code);
        Assert.Equal("PT2019", (await installation.Engine.FindPublishedMetadataAsync(Litware.Lync, bad, default))!.Obstacle!.Code);
    }

    private async Task<CertificateBindingRecord> FindAsync() => (await installation.FindBindingAsync(Litware.Lync))!;

    private static Task<ConnectivityReport> CheckAsync(ITrustEngine engine, string? member) => engine.CheckConnectivityAsync(
        new ConnectivityRequest(
            Litware.Lync, null, Estate.Ken.SipUri, StorageFolder.Inbox, true, ConnectivityMethod.Storage, HostNameStorageService: member),
        default);

    private async Task<string[]> FindingsAsync()
    {
        await using var lab = await OpenLabAsync();
        return [.. TrustFindings.Of(await lab.ReadStateAsync(default), Certs.Now).Select(finding => finding.Fault.Code)];
    }

    private async Task LabAsync(Func<EmbeddedLab, Task> act)
    {
        await using var lab = await OpenLabAsync();
        await act(lab);
    }

    private Task<EmbeddedLab> OpenLabAsync() =>
        EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default);
}
