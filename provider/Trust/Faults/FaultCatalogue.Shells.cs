using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

/// <summary>What can become of the shells in which the cmdlets of real servers run.</summary>
public static partial class FaultCatalogue
{
    /// <summary>The program that is to start a PowerShell cannot be started.</summary>
    public static Fault ShellNotStarted(string server, string program, string reason) => OfEngine(
        "PT8100", "shell", $"{Quote(program)}, which is to start the shell for {server}, cannot be started: {reason}",
        "a program that starts a PowerShell.",
        "Install it, or name another command line in \"shell\": Windows PowerShell is \"powershell.exe\", PowerShell 7 is \"pwsh\".");

    /// <summary>What was started is no PowerShell, or ended before it was ready.</summary>
    public static Fault NotPowerShell(string server, string line, int exitCode, string noise) => OfEngine(
        "PT8101", "shell", $"{Quote(line)}, which is to start the shell for {server}, ended with exit code {Number(exitCode)}{Said(noise)}.",
        "a PowerShell that reads its standard input until it is closed.",
        "Run that command line by hand: it must lead to a PowerShell and ask for nothing.");

    /// <summary>A shell did not answer in time and was ended.</summary>
    public static Fault ShellSilent(string server, string what, TimeSpan limit, string noise) => OfEngine(
        "PT8102", "", $"The shell for {server} did not answer {what} within {Seconds(limit)}{Said(noise)}.",
        "an answer in time.",
        "See whether the server is busy or waits for something; the limits are set by \"timeouts\".");

    /// <summary>The shell is in constrained language mode.</summary>
    public static Fault ShellConstrained(string server) => OfEngine(
        "PT8103", "shell", $"The PowerShell for {server} runs in constrained language mode.",
        "full language mode: the cmdlets are called through .NET, which the other mode forbids.",
        "Let the policy (AppLocker, Windows Defender Application Control) allow it for the account that runs this, or run it elsewhere.");

    /// <summary>A shell ended while it was needed.</summary>
    public static Fault ShellLost(string server, string what, int? exitCode, string noise) => OfEngine(
        "PT8104", "", $"The shell for {server} ended during {what}{(exitCode is { } code ? $", with exit code {Number(code)}" : "")}{Said(noise)}.",
        "a shell that stays until it is closed.",
        "See what ended it: the connection, the server, or somebody. Then run it again.");

    /// <summary>An answer of a shell arrived damaged.</summary>
    public static Fault AnswerDamaged(string server, string what) => OfEngine(
        "PT8105", "", $"The answer of the shell for {server} to {what} cannot be read.",
        "a whole answer.",
        "Something else writes into the shell's output in the middle of it. Look for programs that modules start.");

    /// <summary>ssh could not connect.</summary>
    public static Fault SshFailed(string server, string noise) => OfEngine(
        "PT8106", "shell", $"ssh could not start the shell for {server}{Said(noise)}.",
        "a connection without a question: a known host key, and a key or a ticket instead of a password.",
        "Run the command line by hand once, as the account that runs this.");

    /// <summary>The shell reads something else than what it was sent.</summary>
    public static Fault ShellMixedUp(string server, string noise) => OfEngine(
        "PT8107", "shell", $"The shell for {server} was sent something else than our script{Said(noise)}.",
        "a command line that leaves the shell's standard input alone.",
        "Take out of \"shell\" whatever writes there, or reads what is meant for the shell.");

    /// <summary>The PowerShell is too old.</summary>
    public static Fault ShellOutdated(string server, string version) => OfEngine(
        "PT8108", "shell", $"The shell for {server} is PowerShell {version}.",
        "Windows PowerShell 5.1, or PowerShell 7.",
        "Install Windows Management Framework 5.1 there, or name another program in \"shell\".");

    /// <summary>Windows PowerShell behind ssh loses its input.</summary>
    public static Fault ShellLosesInput(string server) => OfEngine(
        "PT8109", "shell", $"The Windows PowerShell for {server} behind ssh no longer answers once it was idle: OpenSSH on Windows can lose its input.",
        "a shell that still answers after a pause.",
        "Run the deployment on the server itself or from a Windows agent, or name \"pwsh\" instead of \"powershell\" at the other end of ssh.");

    /// <summary>The transcript cannot be written.</summary>
    public static Fault TranscriptUnwritable(string path, string reason) => OfEngine(
        "PT8128", "transcript", $"The transcript {Quote(path)} cannot be written: {reason}",
        "a file that can be written: without it nothing more is run.",
        "Make room, or name another file in \"transcript\".");

    /// <summary>The file that a cmdlet is to read cannot be written.</summary>
    public static Fault TemporaryFileUnwritable(string server, string cmdlet, string message) => OfEngine(
        "PT8129", "", $"{cmdlet} was not run on {server}: the file that it is to read cannot be written there: {Quote(message)}",
        "a temporary folder that the account can write to, and that has room.",
        "Look at the folder that TEMP (TMPDIR on Unix) names there for the account that the shell runs as.");

    /// <summary>It is not known which application pools of a product hold its configuration.</summary>
    public static Fault PoolsUnknown(string machine, ServerProduct product) => Unsupported(
        "PT8130", "restart", $"No application pools of {product} are known that {machine} would have to restart.",
        "\"appPools\" for an Exchange server.", "Use \"iis\", or restart nothing.");

    /// <summary>Application pools are restarted on their own machine alone.</summary>
    public static Fault PoolsOutOfReach(string machine) => new(
        "PT8131", "restartServers", $"No shell runs on {machine}, and application pools cannot be restarted from another machine.",
        "a machine on which the server's shell runs.",
        "Configure the machine as a server with a shell of its own, use \"iis\", or leave it out of \"restartServers\".");

    /// <summary>A restart did not go through.</summary>
    public static Fault RestartFailed(string machine, Fault cause) => OfEngine(
        "PT8132", "restart", $"The restart on {machine} did not go through ({cause.Code}: {cause.Found})", "services that run again.",
        "Look at the services WAS and W3SVC there at once: they may be stopped.");

    /// <summary>A server did not come back.</summary>
    public static Fault NotBackAfterRestart(string server, Fault last) => OfEngine(
        "PT8133", "restart", $"{server} does not answer after its restart ({last.Code}: {last.Found})", "its metadata document.",
        "See whether its services and application pools run.");

    /// <summary>The clock of a shell's machine is not ours.</summary>
    public static Fault ShellClockDiffers(string server, TimeSpan offset) => new(
        "PT8134", "",
        $"The clock of the machine on which the shell for {server} runs is {Seconds(offset.Duration(), "0")} "
            + $"{(offset < TimeSpan.Zero ? "behind" : "ahead of")} this machine's.",
        "a difference of at most 5 minutes.",
        "Repair time synchronisation on both: tokens are refused as not valid yet or no longer, and what is staged takes effect by the other clock.")
    {
        IsWarning = true,
    };

    private static string Said(string noise) => noise.Length == 0 ? "" : $"; it said {Quote(noise)}";
}
