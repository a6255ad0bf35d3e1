using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>The user's command line that starts a PowerShell, here or on another machine.</summary>
/// <param name="Words">The program and its arguments.</param>
public sealed record ShellCommandLine(ImmutableArray<string> Words)
{
    public string Program => Words[0];

    /// <summary>Whether the shell runs at the other end of an ssh connection.</summary>
    public bool IsRemote => NameOf(Program) == "ssh";

    /// <summary>Whether it is Windows PowerShell at the other end of an ssh connection: OpenSSH on Windows can lose its input for good when it runs
    /// empty (powershell.md 5).</summary>
    public bool NeedsSelfTest => IsRemote && Words.Skip(1).Any(word => NameOf(word) == "powershell");

    public override string ToString() => string.Join(' ', Words);

    private static string NameOf(string word)
    {
        var name = word[(word.LastIndexOfAny(['/', '\\']) + 1)..].ToLowerInvariant();
        return name.EndsWith(".exe", StringComparison.Ordinal) ? name[..^4] : name;
    }
}
