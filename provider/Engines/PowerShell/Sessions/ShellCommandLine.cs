using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Options;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>The user's command line that starts a PowerShell, here or on another machine.</summary>
/// <param name="Words">The program and its arguments.</param>
public sealed record ShellCommandLine(ImmutableArray<string> Words)
{
    public string Program => Words[0];

    /// <summary>Whether the shell runs at the other end of an ssh connection.</summary>
    public bool IsRemote => SshCommandLine.Find(Words) is not null;

    /// <summary>Whether it is Windows PowerShell at the other end of an ssh connection: OpenSSH on Windows can lose its input for good when it runs
    /// empty (powershell.md 5).</summary>
    public bool NeedsSelfTest => SshCommandLine.Find(Words) is { } ssh && ssh.Remote.Any(word => word.Program == "powershell");

    public override string ToString() => string.Join(' ', Words);
}
