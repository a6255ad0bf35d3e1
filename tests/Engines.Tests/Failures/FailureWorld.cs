using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Findings;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Failures;

/// <summary>A working installation with an operator who breaks it and the questions that users ask.</summary>
internal sealed class FailureWorld(Installation installation, EmbeddedLab lab) : IAsyncDisposable
{
    public static Server[] Usual { get; } = [Estate.Lync, Estate.Exchange];

    public Installation Installation => installation;

    public EmbeddedLab Lab => lab;

    public ITrustEngine Engine => installation.Engine;

    public static async Task<FailureWorld> StartAsync(FailureRow row)
    {
        var installation = await Installation.StartAsync(row.Servers, row.Mailboxes);
        await installation.EstablishAsync();
        if (row.Servers.Contains(Estate.SharePoint))
        {
            await AddSharePointAsync(installation.Engine);
        }

        return new FailureWorld(
            installation, await EmbeddedLab.OpenAsync(installation.DataDirectory, installation.Time, NullLoggerFactory.Instance, default));
    }

    public Task SwitchAsync(string server, HostFaultKind kind, string? value = null) =>
        lab.Faults.SwitchOnAsync(new HostFault(server, kind, value), default);

    public Task<PartnerApplication> ChangeLyncAtExchangeAsync(Func<PartnerApplication, PartnerApplication> change) =>
        lab.Partners.ChangeAsync(Litware.Exchange, "LyncServer", change, default);

    public async Task AddAtExchangeAsync(Func<PartnerApplication, PartnerApplication> change)
    {
        var record = (await Engine.FindPartnerApplicationAsync(Litware.Exchange, "LyncServer", default))!;
        await lab.Partners.AddAsync([change(record)], default);
    }

    /// <summary>The finding of exactly this failure; null when there is none.</summary>
    public async Task<TrustFinding?> FindAsync(int number, string code) =>
        TrustFindings.Of(await lab.ReadStateAsync(default), installation.Time.GetUtcNow())
            .FirstOrDefault(f => f.Failure?.Number == number && f.Fault.Code == code);

    public TrustQuestions Questions => installation.Questions;

    public async Task<Fault?> ExplainAsync(string from, string to, string? user = null) =>
        (await Questions.ExplainAsync(new TrustQuestion(from, to, user, installation.Time.GetUtcNow()), Silence.Instance, default)).Refusal;

    public async Task<Fault?> CheckAsync(string user = Litware.Ken, ConnectivityMethod method = ConnectivityMethod.Storage)
    {
        var request = new ConnectivityRequest(Litware.Lync, null, user, StorageFolder.Inbox, true, method);
        var report = await Engine.CheckConnectivityAsync(request, default);
        return report.Steps.FirstOrDefault(step => !step.Succeeded)?.Fault;
    }

    public Task<Fault?> FetchAsync(Uri url) => RefusalOfAsync(() => Engine.FetchMetadataAsync(new FetchMetadata(url, false), default));

    public static async Task<Fault?> RefusalOfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (FaultException refusal)
        {
            return refusal.Faults[0];
        }
    }

    public async ValueTask DisposeAsync()
    {
        await lab.DisposeAsync();
        await installation.DisposeAsync();
    }

    private static async Task AddSharePointAsync(EmbeddedEngine engine)
    {
        await engine.BindCertificateAsync(Installation.Bind(Estate.SharePoint, Certs.Key(2)), default);
        await engine.PublishMetadataAsync(new PublishMetadata(Estate.SharePoint.Fqdn, Estate.SharePoint.MetadataUrl, false), default);
        await engine.CreatePartnerApplicationAsync(Installation.Register(Estate.SharePoint, Estate.Exchange), default);
        var account = new LinkedAccount("account", LinkedAccountRules.DefaultRoles(WellKnownApplications.SharePoint));
        await engine.CreatePartnerApplicationAsync(
            Installation.Register(Estate.Exchange, Estate.SharePoint) with { LinkedAccount = account }, default);
    }
}
