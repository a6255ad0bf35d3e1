using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>Services and application pools of the machines (powershell.md 10).</summary>
public sealed class MachineServices : INoun
{
    private static readonly ImmutableArray<string> Installed = ["W3SVC", "WAS", "MSExchangeServiceHost", "SPTimerV4", "RTCSRV"];
    private static readonly ImmutableArray<string> Pools = ["MSExchangeOWAAppPool", "MSExchangeECPAppPool", "DefaultAppPool"];
    private static readonly ImmutableArray<string> OfIis = ["W3SVC", "WAS"];

    private readonly ConcurrentQueue<Restart> restarts = new();
    private readonly WorldStore store;
    private readonly OpenSessions sessions;

    internal MachineServices(WorldStore store, OpenSessions sessions) => (this.store, this.sessions) = (store, sessions);

    /// <summary>In order.</summary>
    public IReadOnlyCollection<Restart> Restarts => restarts;

    void INoun.AddTo(CmdletTable table) => table
        .Add("Get-Service", Get)
        .Add("Restart-Service", RestartAsync)
        .Add("Start-Service", RestartAsync)
        .Add("Restart-WebAppPool", RecycleAsync);

    private static PlayedAnswer Get(PlayedCall call, Server server)
    {
        var machines = call.Has("ComputerName") ? call.Texts("ComputerName") : [call.Machine];
        var names = call.Has("Name") ? call.Texts("Name") : Installed;
        return PlayedAnswer.Of(from machine in machines from name in names select Shown(Require(call, name), machine));
    }

    private async Task<PlayedAnswer> RestartAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        foreach (var (machine, name) in Named(call))
        {
            restarts.Enqueue(new Restart(machine, call.Cmdlet, Require(call, name)));
            if (OfIis.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                sessions.End(machine);
                await store.RestartAsync(server, RestartScope.Iis, cancellationToken);
            }
        }

        return PlayedAnswer.Nothing;
    }

    private async Task<PlayedAnswer> RecycleAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Required("Name");
        if (!Pools.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new PlayedErrorException(new PlayedError(
                "System.ArgumentException,Microsoft.IIs.PowerShell.Provider.RestartAppPoolCommand",
                "InvalidArgument",
                "ArgumentException",
                ["System.ArgumentException"],
                $"The application pool {name} does not exist."));
        }

        restarts.Enqueue(new Restart(call.Machine, call.Cmdlet, name));
        await store.RestartAsync(server, RestartScope.AppPools, cancellationToken);
        return PlayedAnswer.Nothing;
    }

    private static IEnumerable<(string Machine, string Name)> Named(PlayedCall call) => call.Parameters.GetValueOrDefault("InputObject") switch
    {
        SentValue.Thing thing => [(thing.Find("MachineName") ?? call.Machine, thing.Find("Name")!)],
        SentValue.Items items => items.Values.OfType<SentValue.Thing>().Select(thing => (thing.Find("MachineName") ?? call.Machine, thing.Find("Name")!)),
        _ => call.Texts("Name").Select(name => (call.Machine, name)),
    };

    private static string Require(PlayedCall call, string name) =>
        Installed.FirstOrDefault(service => Things.IsNamed(service, name)) ?? throw new PlayedErrorException(new PlayedError(
            $"NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.{call.Cmdlet.Replace("-", "", StringComparison.Ordinal)}Command",
            "ObjectNotFound",
            "ServiceCommandException",
            ["Microsoft.PowerShell.Commands.ServiceCommandException"],
            $"Cannot find any service with service name '{name}'.")
        { Target = name, IsTerminating = false });

    private static PlayedValue.Thing Shown(string name, string machine) => Things.Of(
        ["System.ServiceProcess.ServiceController", "System.ComponentModel.Component", "System.Object"],
        "System.ServiceProcess.ServiceController",
        ("Name", PlayedValue.Of(name)),
        ("ServiceName", PlayedValue.Of(name)),
        ("DisplayName", PlayedValue.Of(name)),
        ("MachineName", PlayedValue.Of(machine)),
        ("Status", Things.Enumeration("System.ServiceProcess.ServiceControllerStatus", "Running", "None", "Stopped", "StartPending", "StopPending", "Running")));
}
