namespace PartnerTrust.SdkGenerator.Schema;

/// <summary>Names of the schema as C# writes them.</summary>
public static class Names
{
    /// <summary>Hyphens join, the first letter is raised: <c>sip-uri</c> is <c>SipUri</c>.</summary>
    public static string Pascal(string name) =>
        string.Concat(name.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(Raise));

    /// <summary>The third part of a token.</summary>
    public static string OfToken(string token) => Pascal(token.Split(':')[^1]);

    private static string Raise(string part) => char.ToUpperInvariant(part[0]) + part[1..];
}
