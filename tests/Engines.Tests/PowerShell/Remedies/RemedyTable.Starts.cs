using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.Tests.PowerShell.Shells;

namespace PartnerTrust.Engines.Tests.PowerShell.Remedies;

// Shells that do not come up.
internal static partial class RemedyTable
{
    private const string Policy = "policy.pssc";

    /// <summary>Asks whether the host may be trusted; who does not answer is turned away.</summary>
    private const string AsksForTheHost =
        """
        [ "$ANSWER" = yes ] && { echo "$1" > known_hosts; exit 0; }
        [ -e known_hosts ] || { echo 'Host key verification failed.' >&2; exit 255; }
        """;

    private static readonly string LosesInput = $"[ \"$2\" = pwsh ] || {{ {PlayedShell.Greeting("5.1.26100")}\nread lost; exit 0; }}";

    private static readonly Timeouts Hasty = Timeouts.Usual with { Open = TimeSpan.FromSeconds(2) };

    private static IEnumerable<ShellRemedy> Starts =>
    [
        OfLine("PT8100", "name another command line in \"shell\"", _ => new ShellUnderTest(["no-such-program-anywhere"])),
        OfShell(
            "PT8100", "Install it", stage => new ShellUnderTest([stage.Combine("pwsh")], ways: []), _ => { },
            stage => stage.Write("pwsh", "#!/bin/sh\n" + PlayedShell.Answering()).RunByHandAsync("chmod", "+x", "pwsh"), "not installed"),
        OfScript(
            "PT8101", "Run that command line by hand", "[ -e agreed ] || { echo 'Agree to the licence.' >&2; exit 3; }",
            stage => stage.Write("agreed", "")),
        OfScript("PT8102", "waits for something", "[ -e disk ] || exec tail -f /dev/null", stage => stage.Write("disk", ""), Hasty),
        OfLine(
            "PT8102", "the limits are set by \"timeouts\"",
            _ => new ShellUnderTest(Line, Timeouts.Usual with { Open = TimeSpan.FromMilliseconds(1) }), "limits"),
        OfShell(
            "PT8103", "Let the policy", stage => new ShellUnderTest([.. Line, "-ConfigurationFile", stage.Combine(Policy)]),
            stage => stage.Write(Policy, PolicyOf("ConstrainedLanguage")), stage => Done(() => stage.Write(Policy, PolicyOf("FullLanguage")))),
        OfScript(
            "PT8105", "Look for programs", "[ -e quiet ] || { sh ./pwsh | sed -u 's/\"ready\"/ noise &/'; exit; }",
            stage => stage.Write("quiet", "")),
        OfSsh("PT8106", "Run the command line by hand once", AsksForTheHost, "pwsh", stage => stage.RunByHandAsync("sh", "ssh", "exch01")),
        OfLine("PT8107", "Take out of \"shell\"", _ => new ShellUnderTest(["sh", "-c", "head -c 4 > /dev/null; exec \"$@\"", "sh", .. Line])),
        OfLine("PT8108", "name another program", _ => new ShellUnderTest(["sh", "-c", PlayedShell.Greeting("4.0") + "\ncat > /dev/null"])),
        OfSsh("PT8109", "name \"pwsh\" instead of \"powershell\"", LosesInput, "powershell.exe", stage => Done(() =>
        {
            stage.Clock = null;
            stage.Open = ThroughSsh("pwsh");
        })),
    ];

    /// <summary>What a script does in the stage's folder before a shell starts.</summary>
    private static ShellRemedy OfScript(
        string number, string words, string script, Action<ShellStage> follow, Timeouts? limits = null) => OfShell(
        number,
        words,
        stage => new ShellUnderTest(["sh", stage.Write("start", Before(script)).Combine("start")], limits, ways: []),
        stage => stage.Write("pwsh", PlayedShell.Answering()),
        stage => Done(() => follow(stage)));

    /// <summary>What ssh does before the shell starts that it is told to start.</summary>
    private static ShellRemedy OfSsh(string number, string words, string script, string shell, Func<ShellStage, Task> follow) => OfShell(
        number,
        words,
        ThroughSsh(shell),
        stage => (_, stage.Clock) = (stage.Write("ssh", Before(script)).Write("pwsh", PlayedShell.Answering()), new FakeTimeProvider()),
        follow);

    private static Func<ShellStage, ShellUnderTest> ThroughSsh(string shell) => stage =>
        new ShellUnderTest(["sh", stage.Combine("ssh"), "exch01", shell], ways: [], clock: stage.Clock);

    private static string Before(string script) => $"cd \"$(dirname \"$0\")\"\n{script}\nexec sh ./pwsh\n";

    private static string PolicyOf(string mode) =>
        $"@{{ SchemaVersion = '2.0.0.0'; GUID = '6b0a1d5a-54a7-4e0f-8f5c-2f6c0c3a8d01'; LanguageMode = '{mode}' }}";
}
