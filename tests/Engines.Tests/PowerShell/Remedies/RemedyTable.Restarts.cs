using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Services and application pools.
internal static partial class RemedyTable
{
    private static IEnumerable<ShellRemedy> Restarts =>
    [
        OfRestart("PT8130", "Use \"iis\", or restart nothing", AppPools(Litware.Lync), Iis(Litware.Lync), Nothing),
        OfRestart("PT8131", "use \"iis\", or leave it out of \"restartServers\"", AppPools(Litware.Exchange), Iis(Litware.Exchange), AppPools()),
        OnServers(
            "PT8131", "a server with a shell of its own", Restart(AppPools(Litware.Exchange)), _ => Task.CompletedTask,
            stage => Done(() => stage.Settings = OnItsOwnMachine), "own shell"),
        Befallen("PT8132", "Look at the services WAS and W3SVC", Restart(Iis(Litware.Exchange)), "Restart-Service", _ => Trouble.AccessDenied()),
        OnServers("PT8133", "See whether its services and application pools run", Restart(Iis(Litware.Exchange)), GoneAsync, BackAsync),
    ];

    private static RestartRequest Nothing => new(RestartScope.None, [Litware.Lync]);

    private static ShellRemedy OfRestart(string number, string words, RestartRequest wrong, params RestartRequest[] right) => OnServers(
        number, words, Restart(wrong), _ => Task.CompletedTask, stage => Done(() => stage.Act = Restart(right)));

    private static Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> Restart(params RestartRequest[] requests) => (_, engine) =>
        Telling.OfAsync(async () =>
        {
            foreach (var request in requests)
            {
                await engine.Restarter!.RestartAsync(request, Silence.Instance, default);
            }
        });

    private static RestartRequest AppPools(params string[] servers) => new(RestartScope.AppPools, [.. servers]);

    private static RestartRequest Iis(string server) => new(RestartScope.Iis, [server]);

    /// <summary>By way of something that is called as ssh is, and leads there.</summary>
    private static PowerShellOptions OnItsOwnMachine(PowerShellOptions options) => options with
    {
        Shells = options.Shells.SetItem(Litware.Exchange, options.Shells[Litware.Exchange] with
        {
            CommandLine = ["sh", "-c", "shift 2; exec \"$@\"", "sh", "ssh", Litware.Exchange, .. options.Shells[Litware.Exchange].CommandLine],
        }),
    };

    /// <summary>Time passes in leaps, so that nobody waits for who does not come.</summary>
    private static async Task GoneAsync(ServerStage stage)
    {
        (stage.Settings, stage.Wall) = (options => options, new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromHours(1) });
        await stage.Servers.Store.Operations.Store.WriteAsync(
            session =>
            {
                session.PublishedMetadata.Remove(Estate.Exchange.MetadataUrl);
                return true;
            },
            default);
    }

    private static Task BackAsync(ServerStage stage) => stage.Servers.Store.Operations.Store.WriteAsync(
        session =>
        {
            session.PublishedMetadata.Save(Litware.Exchange, Estate.Exchange.MetadataUrl);
            return true;
        },
        default);
}
