using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Faults;

/// <summary>What can become of the shells in which the cmdlets of real servers run.</summary>
public static partial class FaultCatalogue
{
    /// <summary>The program that is to start a PowerShell cannot be started.</summary>
    /// <cause>The program is not installed on the machine where the stack is deployed, or is not on the search path of the account that deploys.
    /// Without <c>shell</c> it is <c>powershell.exe</c> on Windows and <c>pwsh</c> elsewhere, where it must be installed.</cause>
    /// <remedy>Install PowerShell 7 (<c>pwsh</c>) or the ssh client, or name the program by its whole path, in the configuration of the provider or
    /// of the server:
    /// <code>partnertrust:shell: ["C:\\Program Files\\PowerShell\\7\\pwsh.exe"]</code></remedy>
    public static Fault ShellNotStarted(string server, string program, string reason) => OfEngine(
        "PT8100", "shell", $"{Quote(program)}, which is to start the shell for {server}, cannot be started: {reason}",
        "a program that starts a PowerShell.",
        "Install it, or name another command line in \"shell\": Windows PowerShell is \"powershell.exe\", PowerShell 7 is \"pwsh\".");

    /// <summary>What was started is no PowerShell, or ended before it was ready.</summary>
    /// <cause>The command line asks for something (a password, a licence, whether to trust a host), ends by itself, or starts another program than a
    /// PowerShell. The message repeats what it said.</cause>
    /// <remedy>Type the line of the message on the machine, as the account that deploys. It must come to a PowerShell prompt without a question. If
    /// it needs a password, set up a key or Kerberos.</remedy>
    public static Fault NotPowerShell(string server, string line, int exitCode, string noise) => OfEngine(
        "PT8101", "shell", $"{Quote(line)}, which is to start the shell for {server}, ended with exit code {Number(exitCode)}{Said(noise)}.",
        "a PowerShell that reads its standard input until it is closed.",
        "Run that command line by hand: it must lead to a PowerShell and ask for nothing.");

    /// <summary>A shell did not answer in time and was ended.</summary>
    /// <cause>The other end waits for an answer that nobody gives, the machine is very busy, or a network device dropped the connection without a
    /// word. The first start of PowerShell on a busy machine, with the product's modules, can take a minute.</cause>
    /// <remedy>Type the command line of <c>shell</c> by hand and see where it stays. If it is only slow, give it longer, in seconds:
    /// <code>pulumi config set --path 'partnertrust:timeouts.open' 300</code>
    /// <para>If it was a cmdlet that did not answer, <c>read</c>, <c>write</c>, <c>test</c> or <c>restart</c> is the limit.</para></remedy>
    public static Fault ShellSilent(string server, string what, TimeSpan limit, string noise) => OfEngine(
        "PT8102", "", $"The shell for {server} did not answer {what} within {Seconds(limit)}{Said(noise)}.",
        "an answer in time.",
        "See whether the server is busy or waits for something; the limits are set by \"timeouts\".");

    /// <summary>The shell is in constrained language mode.</summary>
    /// <cause>A policy for applications (AppLocker, Windows Defender Application Control) lets this account run PowerShell in constrained language
    /// mode only. The plugin's part in the shell calls .NET, which that mode forbids.</cause>
    /// <seen>In a PowerShell of that account, the answer is ConstrainedLanguage:
    /// <code>$ExecutionContext.SessionState.LanguageMode</code></seen>
    /// <remedy>Have the policy allow full language mode for the account, or have <c>shell</c> lead to a machine where it does.</remedy>
    /// <sign>Method invocation is supported only on core types</sign>
    public static Fault ShellConstrained(string server) => OfEngine(
        "PT8103", "shell", $"The PowerShell for {server} runs in constrained language mode.",
        "full language mode: the cmdlets are called through .NET, which the other mode forbids.",
        "Let the policy (AppLocker, Windows Defender Application Control) allow it for the account that runs this, or run it elsewhere.");

    /// <summary>A shell ended while it was needed.</summary>
    /// <cause>The connection broke, the machine was restarted, somebody ended the process, or the product's module crashed. What reads is tried once
    /// more in a new shell before this is told.</cause>
    /// <remedy>See what ended it: the message has its exit code and its last words, the machine its event log. Then run the update again. If a change
    /// was under way, it looks first, and does only what is left.</remedy>
    public static Fault ShellLost(string server, string what, int? exitCode, string noise) => OfEngine(
        "PT8104", "", $"The shell for {server} ended during {what}{(exitCode is { } code ? $", with exit code {Number(code)}" : "")}{Said(noise)}.",
        "a shell that stays until it is closed.",
        "See what ended it: the connection, the server, or somebody. Then run it again.");

    /// <summary>An answer of a shell arrived damaged.</summary>
    /// <cause>A program that a module starts writes into the middle of an answer; most noise of this kind is recognised and passed over. A device
    /// that changes line ends or characters on the way does the same.</cause>
    /// <remedy>Open the same shell by hand, load the product's module, and look for anything that writes while nothing was asked. Take it out of
    /// <c>modules</c>, or out of what runs at the sign-in of that account.</remedy>
    public static Fault AnswerDamaged(string server, string what) => OfEngine(
        "PT8105", "", $"The answer of the shell for {server} to {what} cannot be read.",
        "a whole answer.",
        "Something else writes into the shell's output in the middle of it. Look for programs that modules start.");

    /// <summary>ssh could not connect.</summary>
    /// <cause>ssh does not know the host key yet, has no key or ticket to sign in with, or cannot reach the host. The plugin answers none of its
    /// questions.</cause>
    /// <remedy>Type the command line by hand once, as the account that deploys, and agree to the host key. Then again: it must come to a prompt
    /// without a question.
    /// <code>ssh svc@exch01.litwareinc.com pwsh</code>
    /// <para>For changes, better sign in with Kerberos than by a key, which leaves the account without a credential towards other machines
    /// (PT8121).</para></remedy>
    public static Fault SshFailed(string server, string noise) => OfEngine(
        "PT8106", "shell", $"ssh could not start the shell for {server}{Said(noise)}.",
        "a connection without a question: a known host key, and a key or a ticket instead of a password.",
        "Run the command line by hand once, as the account that runs this.");

    /// <summary>The shell reads something else than what it was sent.</summary>
    /// <cause>Something between the plugin and PowerShell reads a part of the input or writes its own: a wrapper script, a <c>RemoteCommand</c> of
    /// ssh, a login script on the far side.</cause>
    /// <remedy>Let <c>shell</c> name PowerShell itself, or ssh with host and PowerShell, and nothing else. What a login script does must leave its
    /// input alone.</remedy>
    public static Fault ShellMixedUp(string server, string noise) => OfEngine(
        "PT8107", "shell", $"The shell for {server} was sent something else than our script{Said(noise)}.",
        "a command line that leaves the shell's standard input alone.",
        "Take out of \"shell\" whatever writes there, or reads what is meant for the shell.");

    /// <summary>The PowerShell is too old.</summary>
    /// <cause>The machine has Windows PowerShell 4 or older, as Windows Server 2012 R2 and before have it without an update.</cause>
    /// <seen>On the machine:
    /// <code>$PSVersionTable.PSVersion</code></seen>
    /// <remedy>Install Windows Management Framework 5.1 on it, if the product's version allows it. Or have <c>shell</c> start another one: on a
    /// Windows agent with <c>session: remote</c> for Exchange or Lync, the server's own PowerShell does not matter to the plugin.</remedy>
    public static Fault ShellOutdated(string server, string version) => OfEngine(
        "PT8108", "shell", $"The shell for {server} is PowerShell {version}.",
        "Windows PowerShell 5.1, or PowerShell 7.",
        "Install Windows Management Framework 5.1 there, or name another program in \"shell\".");

    /// <summary>Windows PowerShell behind ssh loses its input.</summary>
    /// <cause>OpenSSH on Windows can lose the input of <c>powershell.exe</c> for good when nothing comes for a moment. Before anything is changed,
    /// the plugin waits two seconds and asks again, and had no answer. Which versions of Windows do this is unconfirmed.</cause>
    /// <remedy>Have ssh start PowerShell 7 at the other end, or deploy on the server itself or from a Windows agent:
    /// <code>shell: ["ssh", "svc@exch01.litwareinc.com", "pwsh"]</code>
    /// <para>Lync's module, and the snap-in of SharePoint 2013 to 2019, are for Windows PowerShell: for these deploy on the server or from an
    /// agent.</para></remedy>
    public static Fault ShellLosesInput(string server) => OfEngine(
        "PT8109", "shell", $"The Windows PowerShell for {server} behind ssh no longer answers once it was idle: OpenSSH on Windows can lose its input.",
        "a shell that still answers after a pause.",
        "Run the deployment on the server itself or from a Windows agent, or name \"pwsh\" instead of \"powershell\" at the other end of ssh.");

    /// <summary>The transcript cannot be written.</summary>
    /// <cause>The disk is full, the file belongs to another account, or a program has it open for itself. As long as the file cannot be written
    /// nothing more is run, so that no change is without a record; the last call may have been run.</cause>
    /// <remedy>Make room or correct the rights, or name another file:
    /// <code>pulumi config set partnertrust:transcript trust-changes-2.txt</code>
    /// <para>Then run the update again.</para></remedy>
    public static Fault TranscriptUnwritable(string path, string reason) => OfEngine(
        "PT8128", "transcript", $"The transcript {Quote(path)} cannot be written: {reason}",
        "a file that can be written: without it nothing more is run.",
        "Make room, or name another file in \"transcript\".");

    /// <summary>The file that a cmdlet is to read cannot be written.</summary>
    /// <cause>A certificate is handed to its cmdlet as a file that exists only while the cmdlet runs. The account's temporary folder on the machine
    /// of the shell is missing, full, or closed to the account. The cmdlet was not run.</cause>
    /// <seen>In a shell of that account, on that machine:
    /// <code>$env:TEMP</code></seen>
    /// <remedy>Create the folder, or make room in it, or set <c>TEMP</c> for the account (<c>TMPDIR</c> where the shell runs on Unix) to one that it
    /// can write to. Then run the update again.</remedy>
    public static Fault TemporaryFileUnwritable(string server, string cmdlet, string message) => OfEngine(
        "PT8129", "", $"{cmdlet} was not run on {server}: the file that it is to read cannot be written there: {Quote(message)}",
        "a temporary folder that the account can write to, and that has room.",
        "Look at the folder that TEMP (TMPDIR on Unix) names there for the account that the shell runs as.");

    /// <summary>It is not known which application pools of a product hold its configuration.</summary>
    /// <cause><c>restart</c> is <c>appPools</c> for a server that is no Exchange server. Only of Exchange is it known which pools hold the old
    /// configuration.</cause>
    /// <remedy>Set <c>restart</c> to <c>iis</c>, which restarts all web services of the machine and interrupts its clients, or to <c>none</c>. On
    /// SharePoint <c>iis</c> restarts the timer service as well.</remedy>
    public static Fault PoolsUnknown(string machine, ServerProduct product) => Unsupported(
        "PT8130", "restart", $"No application pools of {product} are known that {machine} would have to restart.",
        "\"appPools\" for an Exchange server.", "Use \"iis\", or restart nothing.");

    /// <summary>Application pools are restarted on their own machine alone.</summary>
    /// <cause>Application pools are restarted by a cmdlet that works on its own machine alone, and the shell of the server runs elsewhere: on an
    /// agent, or on another member of the organization.</cause>
    /// <remedy><list type="bullet"><item>Have <c>shell</c> of the server lead to that machine, over ssh for example.</item>
    /// <item>Or set <c>restart</c> to <c>iis</c>, which Windows PowerShell can do from elsewhere.</item>
    /// <item>Or leave the machine out of <c>restartServers</c>, and restart its pools by hand:
    /// <code>
    /// Restart-WebAppPool -Name MSExchangeOWAAppPool
    /// Restart-WebAppPool -Name MSExchangeECPAppPool
    /// </code></item></list></remedy>
    public static Fault PoolsOutOfReach(string machine) => new(
        "PT8131", "restartServers", $"No shell runs on {machine}, and application pools cannot be restarted from another machine.",
        "a machine on which the server's shell runs.",
        "Configure the machine as a server with a shell of its own, use \"iis\", or leave it out of \"restartServers\".");

    /// <summary>A restart did not go through.</summary>
    /// <cause>A service did not stop or start in time, or the account may not restart services on that machine. The record itself is written.
    /// Services that were stopped may not have been started again.</cause>
    /// <seen>On that machine, both must be Running:
    /// <code>Get-Service -Name WAS, W3SVC</code></seen>
    /// <remedy>Start what is stopped, at once: as long as it is, nobody reaches the server's web services.
    /// <code>Start-Service -Name WAS, W3SVC</code>
    /// <para>Then see why it failed: the number in brackets tells. To do without, set <c>restart</c> to <c>none</c>.</para></remedy>
    public static Fault RestartFailed(string machine, Fault cause) => OfEngine(
        "PT8132", "restart", $"The restart on {machine} did not go through ({cause.Code}: {cause.Found})", "services that run again.",
        "Look at the services WAS and W3SVC there at once: they may be stopped.");

    /// <summary>A server did not come back.</summary>
    /// <cause>The services were restarted, and the server's document does not come within the time that <c>restart</c> of
    /// <c>partnertrust:timeouts</c> gives. An application pool did not start, the server needs longer, or its certificate is missing, which shows
    /// only now.</cause>
    /// <seen>On that machine:
    /// <code>Get-Service -Name WAS, W3SVC, MSExchangeServiceHost</code></seen>
    /// <remedy>Open the server's metadata URL in a browser on it. If it answers by now, run the update again. Otherwise start what is stopped, and
    /// look at the event log for what kept it from starting; the number in brackets says how the URL fails (PT3058 for status 500).</remedy>
    public static Fault NotBackAfterRestart(string server, Fault last) => OfEngine(
        "PT8133", "restart", $"{server} does not answer after its restart ({last.Code}: {last.Found})", "its metadata document.",
        "See whether its services and application pools run.");

    /// <summary>The clock of a shell's machine is not ours.</summary>
    /// <cause>One of the two machines does not get its time from the domain, or a virtual machine was resumed from a pause. If nothing is done, a
    /// staged certificate takes effect earlier or later than the program says, and other servers refuse tokens as not yet or no longer valid.</cause>
    /// <seen>On both machines:
    /// <code>w32tm /query /status</code></seen>
    /// <remedy>Put time synchronisation right on the machine that is wrong. On one of the domain:
    /// <code>w32tm /resync</code>
    /// <para>Then look at the dates of certificates that were staged meanwhile.</para></remedy>
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
