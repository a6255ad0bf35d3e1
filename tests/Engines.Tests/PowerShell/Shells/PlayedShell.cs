using System.Globalization;

namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Shell scripts that do what a PowerShell does for us.</summary>
internal static class PlayedShell
{
    private const string Greets =
        """
        read script; read hello
        marker=$(printf '%s' "$hello" | sed 's/.*"marker":"\([0-9a-f]*\)".*/\1/')
        ready='{"ready":"VERSION","machine":"exch01","user":"svc"}'
        echo "@$marker:${#ready}:$ready"
        """;

    private const string Answers =
        """
        while read -r line; do
            id=$(printf '%s' "$line" | sed 's/^{"id":\([0-9]*\).*/\1/')
            answer="{\"id\":$id,\"ended\":\"done\",\"milliseconds\":1,\"objects\":[\"$id\"],\"errors\":[]}"
            for i in $(seq TIMES); do echo "@$marker:${#answer}:$answer"; done
        done
        """;

    /// <summary>Reads what every shell is sent, says that it is ready, and ends.</summary>
    public static string Greeting(string version) => Greets.Replace("VERSION", version, StringComparison.Ordinal);

    /// <summary>Then answers each call that has a line of its own with its number.</summary>
    /// <param name="times">How often.</param>
    public static string Answering(int times = 1) =>
        $"{Greeting("7.6.9")}\n{Answers.Replace("TIMES", times.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}\n";
}
