using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab</c>: what an operator of the emulated servers can do behind a stack's back.</summary>
internal static class LabCommand
{
    public static Command Of(CommandSurroundings around)
    {
        var data = new DataOption(around.Environment) { Recursive = true };
        var access = new LabAccess(around, data);
        var lab = new ExampledCommand(
            "lab",
            "Work on the servers that the embedded engine emulates",
            ("lab status --data .partnertrust/dev", "See the servers of a data directory"),
            ("lab fault --server exch01.litwareinc.com ExpiredTls", "Let a server fail"),
            ("help lab roll", "Explain one of the commands"))
        {
            data,
            LabStatusCommand.Of(access),
            RollCommand.Of(access),
            PublishCommand.Of(access),
            ClearPreviousCommand.Of(access),
            EmptyCommand.Of(access),
            ClockCommand.Of(access),
            FaultCommand.Of(access),
            BackupCommand.Of(access),
            RekeyCommand.Of(access),
            InitCommand.Of(access),
            ServeCommand.Of(access),
        };
        lab.Subcommands.Add(HelpCommand.Of(lab));
        return lab;
    }
}
