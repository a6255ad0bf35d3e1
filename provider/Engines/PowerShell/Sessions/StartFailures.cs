using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Tells apart why no shell came up, by what is the same in every language: the exit code, and the words that a PowerShell in constrained
/// language mode always says in English (powershell.md 2, 5).</summary>
internal static class StartFailures
{
    private const string ConstrainedId = "MethodInvocationNotSupportedInConstrainedLanguage";
    private const string ConstrainedText = "only on core types";

    /// <summary>Null where nothing more is known than that it ended.</summary>
    public static Fault? Of(string server, ShellCommandLine line, int? exitCode, string noise) => exitCode switch
    {
        ShellExits.WrongScript => FaultCatalogue.ShellMixedUp(server, noise),
        ShellExits.OfSsh when line.IsRemote => FaultCatalogue.SshFailed(server, noise),
        _ when noise.Contains(ConstrainedId, StringComparison.Ordinal) || noise.Contains(ConstrainedText, StringComparison.Ordinal) =>
            FaultCatalogue.ShellConstrained(server),
        { } code => FaultCatalogue.NotPowerShell(server, line.ToString(), code, noise),
        null => null,
    };
}
