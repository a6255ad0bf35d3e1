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
        var time = new FakeTimeProvider(Certs.Now.AddDays(1));
        var options = new EmbeddedOptions([RealStore.Pool, Estate.Exchange, Estate.TokenServer], [Estate.Ken], directory);
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
        () => engine.FindCertificateBindingAsync(Litware.Lync, default),
        () => engine.FindCertificateBindingAsync(Estate.TokenServer.Fqdn, default),
        () => engine.FindPublishedMetadataAsync(Litware.Exchange, Estate.Exchange.MetadataUrl, default),
        () => engine.ListPartnerApplicationsAsync(Litware.Lync, default),
        () => engine.ListPartnerApplicationsAsync(Litware.Exchange, default),
        () => engine.FindOriginalOAuthConfigurationAsync(Litware.Lync, default),
        () => engine.ReadOAuthConfigurationAsync(Litware.Lync, default),
        () => engine.ListAuthorizationServersAsync(Litware.Exchange, default),
        () => engine.ExplainTrustAsync(new TrustQuestion(Litware.Lync, Litware.Exchange, "sip:kenmyer@litwareinc.com", Certs.Now), servers, time),
        () => engine.ExplainTrustAsync(new TrustQuestion(Litware.Exchange, Litware.Lync, null, Certs.Now), servers, time),
        () => engine.PlanRolloverAsync(Litware.Lync, servers, time),
        () => engine.BindCertificateAsync(Installation.Bind(RealStore.Pool, Certs.Key(1), Certs.Now.AddDays(30)), default),
        () => engine.RetirePreviousCertificateAsync(Litware.Lync, default),
        () => engine.UpdatePartnerApplicationAsync(Installation.Register(Estate.Exchange, RealStore.Pool), default),
        () => engine.WriteOAuthConfigurationAsync(new SaveOAuthConfiguration(Litware.Lync, null, null, []), default),
        () => engine.RestartAsync(new RestartRequest(RestartScope.Iis, [Litware.Exchange]), Silent, default),
    ];

    /// <summary>As an emulated server that goes by what it once knew.</summary>
    private static async Task RecallAsync(string directory)
    {
        await using var store = new SqliteTrustStore(directory, null, NullLogger.Instance);
        var query = new ReceiverQuery(Litware.Exchange, [WellKnownApplications.Lync, WellKnownApplications.TokenServer], []);
        await store.WriteAsync(session => session.Memories.Answer(TrustState.Empty, query), default);
    }

    private static IEnumerable<Func<Task>> OfOperator(EmbeddedLab lab, string directory) =>
    [
        () => lab.ReadStateAsync(default),
        () => lab.Faults.ListAsync(Litware.Exchange, default),
        () => lab.Partners.ListAsync(Litware.Exchange, default),
        () => lab.ListPublishedUrlsAsync(Litware.Lync, default),
        () => lab.ListMailItemsAsync(10, default),
        () => lab.RollCertificateAsync(Litware.Exchange, default),
        () => lab.PublishNowAsync(Litware.Lync, default),
        () => lab.ClearPreviousAsync(Litware.Lync, default),
        () => lab.RemoveCertificatesAsync(Litware.Lync, RealStore.Pool.Members[0], default),
        () => lab.Faults.SwitchOnAsync(new HostFault(Litware.Lync, HostFaultKind.StaleConfiguration, null), default),
        () => lab.Faults.SwitchOffAsync(Litware.Exchange, null, default),
        () => lab.Partners.RemoveAsync(Litware.Exchange, "LyncServer", default),
        () => lab.RekeyAsync(null, default),
        () => lab.BackUpAsync(directory + "-backup", default),
    ];
}
