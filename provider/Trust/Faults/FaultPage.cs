namespace PartnerTrust.Trust.Faults;

/// <summary>Where the page is that tells more of a number than its message does.</summary>
public static class FaultPage
{
    /// <summary>Where the sources of this package are shown: <c>repository</c> in <c>schema.json</c>.</summary>
    public const string Repository = "https://github.com/pulumi-partnertrust/pulumi-partnertrust";

    /// <summary>The folder of all pages, from the repository's root.</summary>
    public const string Folder = "docs/errors";

    /// <summary>The page's path from the repository's root, for example <c>docs/errors/PT5025.md</c>.</summary>
    /// <param name="number">A number of the catalogue, for example <c>PT5025</c>.</param>
    public static string PathOf(string number) => $"{Folder}/{number}.md";

    /// <summary>The page's address for a browser.</summary>
    /// <param name="number">A number of the catalogue, for example <c>PT5025</c>.</param>
    public static Uri AddressOf(string number) => new($"{Repository}/blob/main/{PathOf(number)}");
}
