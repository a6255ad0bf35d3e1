namespace PartnerTrust.Testing.Basics;

/// <summary>Scripts that drive a real browser. Tests that need it are skipped, with a word, where it is not installed.</summary>
public static class Chromium
{
    private static readonly string? Program = NodeScript.Find("chromium") ?? NodeScript.Find("chromium-browser");

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing { get; } = NodeScript.Missing ?? (Program is null ? "Chromium is not installed" : null);

    /// <summary>Where the scripts leave what people may want to look at.</summary>
    public static string Artifacts => Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "browser")).FullName;

    /// <inheritdoc cref="NodeScript.RunAsync"/>
    public static Task<string> RunAsync(string script, string input) =>
        NodeScript.RunAsync(script, input, ("CHROMIUM", Program!), ("ARTIFACTS", Artifacts));
}
