using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Holds all calls to the domain controller that answered the first: elsewhere, what was just written may not be there yet, and the cmdlets
/// do not tell (powershell.md 4).</summary>
internal sealed class DomainControllerPin(ServerCalls calls)
{
    private volatile string? domainController;

    /// <summary>The cmdlets, pinned. What the first call tells beside that is not kept.</summary>
    public async Task<ExchangeCmdlets> CmdletsAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (domainController is null)
        {
            _ = await ReadAuthConfigAsync(progress, cancellationToken);
        }

        return new ExchangeCmdlets(domainController);
    }

    public async Task<CmdletObject> ReadAuthConfigAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var authConfig = await calls.ReadOneAsync(new ExchangeCmdlets(domainController).GetAuthConfig(), progress, cancellationToken);
        domainController ??= UnreadableProperties.AsUnknown(() => authConfig.TextOrNothing(ExchangeProperties.OriginatingServer));
        return authConfig;
    }
}
