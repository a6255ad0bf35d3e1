using System.Globalization;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>An Exchange organization, by the cmdlets of one of its servers.</summary>
internal sealed class ExchangeAdministration(Server server, ServerCalls calls, IMetadataSource documents) : IServerAdministration
{
    private readonly DomainControllerPin pin = new(calls);

    public Server Server => server;

    public Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        new ExchangeReader(server, calls, pin, PublishedDocuments.From(documents, cancellationToken)).LookAsync(query, progress, cancellationToken);

    /// <summary>What takes effect at once takes effect by the clock of the machine that says so, as in the vendor's procedure (domain.md
    /// 2.3).</summary>
    public async Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (change is not ServerChange.Certificates { Wanted: { Current: not null, Next: null } } certificates)
        {
            return change;
        }

        var now = await calls.ReadOneAsync(MachineCmdlets.GetDate(), progress, cancellationToken);
        return certificates with
        {
            ServerTime = DateTimeOffset.TryParse(now.Whole, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null,
        };
    }

    public Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        UnreadableProperties.AsFaultsAsync(server.Fqdn, async () =>
        {
            var cmdlets = await pin.CmdletsAsync(progress, cancellationToken);
            return ExchangePlan.Of(server, await FoundAsync(found, change, cmdlets, progress, cancellationToken), change, cmdlets);
        });

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) =>
        calls.RunAsync(call, progress, cancellationToken);

    public Fault Classify(CmdletCall call, CallAnswer answer) => calls.Classify(call, answer);

    private async Task<ExchangeFound> FoundAsync(
        ServerSight found, ServerChange change, ExchangeCmdlets cmdlets, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (change is not ServerChange.PartnerRecord { Record.Wanted.LinkedAccount.Name: var name })
        {
            return new ExchangeFound(found, null, null);
        }

        var accounts = new ExchangeAccounts(calls, cmdlets);
        var account = await accounts.FindAsync(name, progress, cancellationToken);
        var isMadeHere = account is null or { IsHidden: false, ExternalAddress: not null };
        return new ExchangeFound(found, account, isMadeHere ? await accounts.AddressDomainAsync(progress, cancellationToken) : null);
    }
}
