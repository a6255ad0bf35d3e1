using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Tests.PowerShell.Servers.Kills;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// What happens on simulated servers.
internal static partial class RemedyTable
{
    private static ShellRemedy OnServers(
        string number,
        string words,
        Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> act,
        Func<ServerStage, Task> arrange,
        Func<ServerStage, Task> follow,
        string where = "") => new(number, words, where)
        {
            SetAsync = async _ =>
            {
                var stage = await ServerStage.SetAsync(act);
                await arrange(stage);
                return new Plight<ServerStage>(stage, set => set.TellAsync(), follow);
            },
        };

    /// <summary>Befalls each call of the cmdlet, until a person sees to it.</summary>
    private static ShellRemedy Befallen(
        string number,
        string words,
        Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> act,
        string cmdlet,
        Func<ServerStage, Trouble> trouble,
        string where = "") => OnServers(
            number,
            words,
            act,
            stage => Done(() => stage.World.Troubles.Keep(cmdlet, trouble(stage))),
            stage => Done(stage.World.Troubles.Clear),
            where);

    private static Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> Read(string server) =>
        (_, engine) => Telling.OfReadAsync(engine.Reader, server);

    private static Func<ServerStage, ITrustEngine, Task<ImmutableArray<Fault>>> Write(string name)
    {
        var write = KilledWrite.All.Single(known => known.Name == name);
        return (stage, engine) => stage.WriteAsync(last => write.ActAsync(engine.Writer, last));
    }
}
