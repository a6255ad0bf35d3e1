using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.CmdletSimulator.World.Exchange;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Engines.Tests.PowerShell.Administration;
using PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

/// <summary>Simulated servers, and what is to be done on them.</summary>
internal sealed class ServerStage : IAsyncDisposable
{
    private readonly TemporaryDirectory folder = new();
    private readonly KillStage servers;
    private WriteEnd? last;

    private ServerStage(KillStage servers, Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> act) => (this.servers, Act) = (servers, act);

    /// <summary>For files of the engine's.</summary>
    public string Combine(string name) => folder.Combine(name);

    public KillStage Servers => servers;

    public SimulatedWorld World => servers.World;

    public ExchangeOrganisation Exchange => World.Directory.Of(Litware.Exchange);

    public Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> Act { get; set; }

    /// <summary>Where the settings are others than those of the shells that tests keep; null for those.</summary>
    public Func<PowerShellOptions, PowerShellOptions>? Settings { get; set; }

    /// <summary>The clock of the machine on which the engine runs, where the settings are others.</summary>
    public TimeProvider Wall { get; set; } = TimeProvider.System;

    public static async Task<ServerStage> SetAsync(Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> act)
    {
        Skip.IfNot(PowerShellTool.IsThere, PowerShellTool.Missing);
        return new ServerStage(await KillStage.SetAsync(), act);
    }

    /// <summary>By an engine that is opened for it, as another update does.</summary>
    public async Task<ImmutableArray<Fault>> TellAsync()
    {
        await using var engine = Settings is null ? servers.Played.OpenEngine() : servers.Played.OpenEngine(Settings, Wall);
        return await Act(this, engine);
    }

    /// <summary>A write that knows what became of the one before.</summary>
    public async Task<ImmutableArray<Fault>> WriteAsync(Func<WriteEnd?, Task<WriteEnd>> write)
    {
        last = await write(last);
        return last.Faults;
    }

    public async ValueTask DisposeAsync()
    {
        await servers.DisposeAsync();
        folder.Dispose();
    }
}
