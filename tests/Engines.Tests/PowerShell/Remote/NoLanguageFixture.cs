using System.Collections.Immutable;
using System.Security.Cryptography;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Sessions;
using PartnerTrust.Testing;

namespace PartnerTrust.Engines.Tests.PowerShell.Remote;

/// <summary>An endpoint without a language, and a session of the product's with it, for the tests of a class.</summary>
public sealed class NoLanguageFixture : IAsyncLifetime
{
    private static readonly ImmutableArray<AllowedCmdlet> Cmdlets =
    [
        new("Get-AuthConfig", CmdletEffect.Reads, []),
        new("Get-User", CmdletEffect.Reads, ["Identity"]),
        new("Set-AuthServer", CmdletEffect.Writes, ["Identity", "Name", "DomainName"]),
        new("Export-ExchangeCertificate", CmdletEffect.Writes, ["Thumbprint", "Password"]),
        new("Update-NothingThatIsThere", CmdletEffect.Writes, []),
    ];

    private static readonly Timeouts Limits = Timeouts.Usual with { Read = TimeSpan.FromSeconds(3) };

    private MemoryEngine? store;
    private SimulatorServer? simulator;
    private NoLanguageEndpoint? endpoint;
    private ShellSession? session;

    public SimulatedWorld World => simulator!.World;

    internal ShellSession Session
    {
        get
        {
            Skip.IfNot(LoopbackSshd.Missing is null, LoopbackSshd.Missing);
            Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
            return session!;
        }
    }

    public async Task InitializeAsync()
    {
        if (LoopbackSshd.Missing is null && PowerShellTool.IsThere)
        {
            var time = new FakeTimeProvider(Certs.Now);
            store = MemoryEngine.Publishing([Estate.Lync, Estate.Exchange], [], time, RSA.Create);
            simulator = SimulatorServer.Start(new SimulatedWorld(store, time));
            endpoint = await NoLanguageEndpoint.StartAsync(simulator, Litware.Exchange);
            var opening = ProductOpenings.ExchangeSession(Litware.Exchange, Cmdlets) with { Modules = [endpoint.Overlay] };
            var target = new ShellTarget(Litware.Exchange, new ShellCommandLine([.. RealPowerShell.Line]), opening);
            session = new ShellSession(target, Limits, NoTranscript.Instance, TimeProvider.System);
        }
    }

    public async Task DisposeAsync()
    {
        if (session is not null)
        {
            await session.DisposeAsync();
            await endpoint!.DisposeAsync();
            await simulator!.DisposeAsync();
            await store!.DisposeAsync();
        }
    }
}
