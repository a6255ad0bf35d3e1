using System.Security.Cryptography;
using System.Text;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>The script that runs cmdlets for us inside a shell, and how it gets there: a shell is started with a short command that reads one line,
/// holds it against the script's SHA-256 and runs it (powershell.md 2).</summary>
internal static class BridgeScript
{
    private static readonly byte[] Script = Load();

    /// <summary>The arguments that follow the user's command line. Without <c>-InputFormat None</c> the shell would read the requests
    /// itself.</summary>
    public static IReadOnlyList<string> Arguments { get; } =
    [
        "-NoLogo", "-NoProfile", "-NonInteractive", "-InputFormat", "None", "-OutputFormat", "Text", "-EncodedCommand", Encoded(Bootstrap()),
    ];

    /// <summary>The first line that the shell is sent.</summary>
    public static string Line { get; } = Convert.ToBase64String(Script);

    private static string Bootstrap() =>
        "$i=New-Object IO.StreamReader([Console]::OpenStandardInput(),[Text.Encoding]::ASCII);$b=[Convert]::FromBase64String($i.ReadLine());"
        + "if([BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($b)).Replace('-','')"
        + $"-ne'{Convert.ToHexString(SHA256.HashData(Script))}'){{exit {ShellExits.WrongScript}}};"
        + "&([ScriptBlock]::Create([Text.Encoding]::ASCII.GetString($b)))$i";

    private static string Encoded(string command) => Convert.ToBase64String(Encoding.Unicode.GetBytes(command));

    /// <summary>Without the carriage returns that a checkout may have added.</summary>
    private static byte[] Load()
    {
        using var stream = typeof(BridgeScript).Assembly.GetManifestResourceStream("PartnerTrust.Engines.PowerShell.Sessions.Bridge.ps1")!;
        using var reader = new StreamReader(stream, Encoding.ASCII);
        return Encoding.ASCII.GetBytes(reader.ReadToEnd().ReplaceLineEndings("\n"));
    }
}
