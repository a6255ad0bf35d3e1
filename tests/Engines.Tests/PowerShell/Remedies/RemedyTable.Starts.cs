using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Shells that do not come up.
internal static partial class RemedyTable
{
    private static readonly Timeouts Hasty = Timeouts.Usual with { Open = TimeSpan.FromMilliseconds(300) };

    private static IEnumerable<ShellRemedy> Starts =>
    [
        OfShell("PT8100", "name another command line in \"shell\"", _ => new ShellUnderTest(["no-such-program-anywhere"]), Usual),
        OfShell("PT8100", "Install it", () => new ShellStage { Open = stage => new ShellUnderTest([stage.Combine("pwsh")]) }, InstallAsync, "not installed"),
        OfScript("PT8101", "ask for nothing", "[ -e agreed ] || { echo 'Agree to the licence.' >&2; exit 3; }", stage => stage.Write("agreed", "")),
        OfScript("PT8102", "waits for something", "[ -e disk ] || exec tail -f /dev/null", stage =>
        {
            stage.Write("disk", "");
            stage.Open = shell => Script(shell, "[ -e disk ]");
        }, Hasty),
        OfShell(
            "PT8102", "the limits are set by \"timeouts\"",
            _ => new ShellUnderTest(limits: Timeouts.Usual with { Open = TimeSpan.FromMilliseconds(1) }), Usual, "limits"),
        OfShell("PT8103", "Let the policy", () => Policed("ConstrainedLanguage"), stage => WritePolicy(stage, "FullLanguage")),
        OfScript("PT8105", "Look for programs", "[ -e intruder ] && { \"$@\" | sed -u 's/\"ready\"/ noise &/'; exit; }", stage =>
            File.Delete(stage.Combine("intruder"))),
        OfShell("PT8106", "Run the command line by hand once", () => BehindSsh(AsksForTheHost), stage =>
            stage.RunByHandAsync("sh", "ssh", "exch01", "true")),
        OfScript("PT8107", "Take out of \"shell\" whatever", "head -c 4 > /dev/null", stage => stage.Open = Usual),
        OfShell("PT8108", "name another program", _ => new ShellUnderTest(["sh", "-c", Greeting.Of("4.0") + "\ncat > /dev/null"]), Usual),
        OfShell("PT8109", "name \"pwsh\" instead of \"powershell\"", () => BehindSsh(LosesInput, new FakeTimeProvider(), "powershell.exe"), stage =>
        {
            stage.Clock = null;
            stage.Open = shell => ThroughSsh(shell, RealPowerShell.Line);
        }),
    ];

    /// <summary>Asks whether the host may be trusted; who does not answer is turned away.</summary>
    private const string AsksForTheHost =
        """
        [ "$ANSWER" = yes ] && echo "$1" > "$(dirname "$0")/known_hosts"
        [ -e "$(dirname "$0")/known_hosts" ] || { echo 'Host key verification failed.' >&2; exit 255; }
        shift; exec "$@"
        """;

    private static string LosesInput =>
        $"""
        shift
        [ "$1" = powershell.exe ] || exec "$@"
        {Greeting.Of("5.1.26100")}
        read lost
        """;

    /// <summary>What a shell script does in the stage's folder before the PowerShell starts; a file lies there that is called intruder.</summary>
    private static ShellRemedy OfScript(string number, string words, string script, Action<ShellStage> follow, Timeouts? limits = null) =>
        OfShell(number, words, () => new ShellStage { Open = stage => Script(stage, script, limits) }.Write("intruder", ""), follow);

    private static ShellUnderTest Script(ShellStage stage, string script, Timeouts? limits = null) =>
        new(["sh", "-c", $"cd \"$0\"\n{script}\nexec \"$@\"", stage.Combine(""), .. RealPowerShell.Line], limits);

    private static ShellStage BehindSsh(string script, FakeTimeProvider? clock = null, params string[] shell) => new ShellStage
    {
        Clock = clock,
        Open = stage => ThroughSsh(stage, shell is [] ? RealPowerShell.Line : shell),
    }.Write("ssh", script);

    private static ShellUnderTest ThroughSsh(ShellStage stage, string[] shell) =>
        new(["sh", stage.Combine("ssh"), "exch01", .. shell], clock: stage.Clock);

    private static Task InstallAsync(ShellStage stage) =>
        stage.Write("pwsh", $"#!/bin/sh\nexec {string.Join(' ', RealPowerShell.Line)} \"$@\"\n").RunByHandAsync("chmod", "+x", "pwsh");

    private static ShellStage Policed(string mode)
    {
        var stage = new ShellStage { Open = stage => new ShellUnderTest([.. RealPowerShell.Line, "-ConfigurationFile", stage.Combine("policy.pssc")]) };
        WritePolicy(stage, mode);
        return stage;
    }

    private static void WritePolicy(ShellStage stage, string mode) => stage.Write(
        "policy.pssc", $"@{{ SchemaVersion = '2.0.0.0'; GUID = '6b0a1d5a-54a7-4e0f-8f5c-2f6c0c3a8d01'; LanguageMode = '{mode}' }}");
}
