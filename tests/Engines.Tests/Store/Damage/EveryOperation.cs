using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Tests.Store.Damage;

/// <summary>Everything that a stack or an operator can do with a store, once each, reading before writing.</summary>
internal static class EveryOperation
{
    private static readonly Progress<string> Silent = new();

    /// <summary>The numbers of the refusals, one an operation at most. Any other exception is thrown on.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(string directory)
    {
        var codes = new List<string>();
        var time = new FakeTimeProvider(Certificates.Now.AddDays(1));
        var options = new EmbeddedOptions([RealStore.Pool, Installation.Exchange, RealStore.TokenServer], [Installation.Mailbox], directory);
        await using var engine = EmbeddedEngine.Open(options, time, NullLoggerFactory.Instance);
        await RunAsync(codes, [() => RecallAsync(directory), .. OfStack(engine, new ServerDirectory(options.Servers, options.Mailboxes), time)]);
        await RunAsync(codes, [async () =>
        {
            await using var lab = await EmbeddedLab.OpenAsync(directory, time, NullLoggerFactory.Instance, default);
            await RunAsync(codes, OfOperator(lab, directory));
        }]);
        return codes;
    }

    private static async Task RunAsync(List<string> codes, IEnumerable<Func<Task>> operations)
    {
        foreach (var operation in operations)
        {
            try
            {
                await operation();
            }
            catch (FaultException refusal)
            {
                codes.Add(refusal.Faults[0].Code);
            }
        }
    }

    private static IEnumerable<Func<Task>> OfStack(EmbeddedEngine engine, ServerDirectory servers, TimeProvider time) =>
    [
        () => engine.FindCertificateBindingAsync(Partners.Lync, default),
        () => engine.FindCertificateBindingAsync(RealStore.TokenServer.Fqdn, default),
        () => engine.FindPublishedMetadataAsync(Partners.Exchange, Installation.Exchange.MetadataUrl, default),
        () => engine.ListPartnerApplicationsAsync(Partners.Lync, default),
        () => engine.ListPartnerApplicationsAsync(Partners.Exchange, default),
        () => engine.FindOriginalOAuthConfigurationAsync(Partners.Lync, default),
        () => engine.ReadOAuthConfigurationAsync(Partners.Lync, default),
        () => engine.ListAuthorizationServersAsync(Partners.Exchange, default),
        () => engine.ExplainTrustAsync(new TrustQuestion(Partners.Lync, Partners.Exchange, "sip:kenmyer@litwareinc.com", Certificates.Now), servers, time),
        () => engine.ExplainTrustAsync(new TrustQuestion(Partners.Exchange, Partners.Lync, null, Certificates.Now), servers, time),
        () => engine.PlanRolloverAsync(Partners.Lync, servers, time),
        () => engine.BindCertificateAsync(Installation.Bind(RealStore.Pool, Certificates.Second, Certificates.Now.AddDays(30)), default),
        () => engine.RetirePreviousCertificateAsync(Partners.Lync, default),
        () => engine.UpdatePartnerApplicationAsync(Installation.Register(Installation.Exchange, RealStore.Pool), default),
        () => engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(Partners.Lync, null, null, []), default),
        () => engine.RestartAsync(new RestartRequest(RestartScope.Iis, [Partners.Exchange]), Silent, default),
    ];

    /// <summary>As an emulated server that goes by what it once knew.</summary>
    private static async Task RecallAsync(string directory)
    {
        await using var store = new SqliteTrustStore(directory, null, NullLogger.Instance);
        var query = new ReceiverQuery(Partners.Exchange, [WellKnownApplications.Lync, WellKnownApplications.TokenServer], []);
        await store.WriteAsync(session => session.Memories.Answer(TrustState.Empty, query), default);
    }

    private static IEnumerable<Func<Task>> OfOperator(EmbeddedLab lab, string directory) =>
    [
        () => lab.ReadStateAsync(default),
        () => lab.Faults.ListAsync(Partners.Exchange, default),
        () => lab.Partners.ListAsync(Partners.Exchange, default),
        () => lab.ListPublishedUrlsAsync(Partners.Lync, default),
        () => lab.ListMailItemsAsync(10, default),
        () => lab.RollCertificateAsync(Partners.Exchange, default),
        () => lab.PublishNowAsync(Partners.Lync, default),
        () => lab.ClearPreviousAsync(Partners.Lync, default),
        () => lab.RemoveCertificatesAsync(Partners.Lync, RealStore.Pool.Members[0], default),
        () => lab.Faults.SwitchOnAsync(new HostFault(Partners.Lync, HostFaultKind.StaleConfiguration, null), default),
        () => lab.Faults.SwitchOffAsync(Partners.Exchange, null, default),
        () => lab.Partners.RemoveAsync(Partners.Exchange, "LyncServer", default),
        () => lab.RekeyAsync(null, default),
        () => lab.BackUpAsync(directory + "-backup", default),
    ];
}
