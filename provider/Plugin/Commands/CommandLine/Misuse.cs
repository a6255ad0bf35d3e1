using System.CommandLine;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>What only the values of a command line show, when each by itself is as it must be.</summary>
internal static class Misuse
{
    /// <param name="found">A sentence.</param>
    /// <param name="command">The command, whose form is told.</param>
    public static FaultException Of(string found, Command command) =>
        new(FaultCatalogue.CommandMisused(found, CommandSynopsis.Of(command)) with { Kind = FaultKind.Input });
}
