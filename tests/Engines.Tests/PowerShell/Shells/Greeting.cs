namespace PartnerTrust.Engines.Tests.PowerShell.Shells;

/// <summary>Lines of a shell script that does what a PowerShell does when it starts.</summary>
internal static class Greeting
{
    /// <summary>Reads what every shell is sent, and says that it is ready.</summary>
    private const string Greets =
        """
        read script; read hello
        marker=$(printf '%s' "$hello" | sed 's/.*"marker":"\([0-9a-f]*\)".*/\1/')
        ready='{"ready":"VERSION","machine":"exch01","user":"svc"}'
        echo "@$marker:LENGTH:$ready"
        """;

    public static string Of(string version) =>
        Greets.Replace("VERSION", version, StringComparison.Ordinal).Replace("LENGTH", "${#ready}", StringComparison.Ordinal);
}
