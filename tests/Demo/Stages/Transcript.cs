namespace PartnerTrust.Demo.Stages;

/// <summary>What the plugin noted of the cmdlets that it ran: <c>time server milliseconds ms outcome: the call</c>.</summary>
internal static class Transcript
{
    private static readonly string[] OfSessions = ["Import-Module", "New-PSSession", "Import-PSSession", "Remove-PSSession"];

    /// <summary>The calls that changed or tested something, in order, under a line that says what was left out.</summary>
    public static IReadOnlyList<string> Tell(string path)
    {
        var all = File.Exists(path) ? File.ReadAllLines(path) : [];
        var shown = all.Where(line => !OnlyLooks(line)).ToArray();
        return
        [
            $"The transcript (partnertrust:transcript) has {all.Length} cmdlets with time, server, duration and outcome. {shown.Length} of them did more",
            "than read: this is what was done to the servers, for whoever must approve or audit it. Secrets are masked.",
            "",
            .. shown,
        ];
    }

    private static bool OnlyLooks(string line) =>
        CmdletIn(line) is var cmdlet && (cmdlet.StartsWith("Get-", StringComparison.Ordinal) || OfSessions.Contains(cmdlet));

    private static string CmdletIn(string line)
    {
        var call = line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..];
        var assigned = call.StartsWith('$') ? call[(call.IndexOf(" = ", StringComparison.Ordinal) + 3)..] : call;
        return assigned.Split(' ')[0];
    }
}
