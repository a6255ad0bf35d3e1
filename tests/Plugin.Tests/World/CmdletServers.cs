using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Servers that are reached through their cmdlets, in real shells.</summary>
internal sealed class CmdletServers : FarServers
{
    private SimulatedServers? simulated;

    public CmdletServers() => Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);

    /// <summary>Whether nobody had the shells before, so that they are opened when they are needed.</summary>
    public bool HaveNewShells { get; init; }

    public SimulatedWorld World => simulated!.World;

    public ImmutableArray<(string Server, CmdletCall Call)> TakeCalls() => simulated?.TakeCalls() ?? [];

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (simulated is not null)
        {
            await simulated.DisposeAsync();
        }
    }

    /// <summary>No cmdlet binds a certificate to a third party's server, and a farm has one from the beginning.</summary>
    protected override async Task SetUpAsync(Installation installation)
    {
        foreach (var server in installation.Servers.Values.Where(
            server => server.Product is ServerProduct.TokenServer or ServerProduct.SharePointServer))
        {
            var source = new CertificateSource.Generated($"CN={server.Fqdn}", KeySize: 2048, ValidityDays: 365);
            await Servers.BindCertificateAsync(new BindCertificate(server.Fqdn, source, null), CancellationToken.None);
        }
    }

    protected override ITrustEngine OpenWay(Installation installation, SessionEnvironment environment)
    {
        simulated ??= HaveNewShells
            ? SimulatedServers.Apart(Servers, [.. installation.Servers.Values], environment.Time)
            : SimulatedServers.Of(Servers, [.. installation.Servers.Values], installation.Mailboxes, environment.Time);
        return simulated.OpenEngine();
    }
}
