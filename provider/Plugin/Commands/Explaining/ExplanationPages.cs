using System.Collections.Immutable;
using System.Reflection;
using System.Text;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>The pages that are built into the plugin.</summary>
internal static class ExplanationPages
{
    private const string Folder = "errors/";

    public static ImmutableArray<Explanation> ReadAll() =>
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => ExplanationPage.Read(TextOf(name))),
    ];

    private static string TextOf(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var content = new StreamReader(stream, Encoding.UTF8);
        return content.ReadToEnd();
    }
}
