using System.Text.RegularExpressions;
using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>How the names of the package are spelt in a language that is not compiled here.</summary>
/// <param name="Members">Everything that the package exports.</param>
/// <param name="Properties">The properties of all its objects.</param>
/// <param name="Argument">Finds the name of a property that is given.</param>
internal sealed partial record Spelling(IEnumerable<string> Members, IEnumerable<string> Properties, Regex Argument)
{
    public static Spelling Of(string language) => language switch
    {
        "typescript" => new(
            [
                .. PackageNames.Resources,
                .. PackageNames.Functions.SelectMany(name => new[] { name, $"{name}Output" }),
                .. PackageNames.Values.Select(value => $"{value.Type}.{value.Member}"),
            ],
            PackageNames.Properties,
            BeforeColon()),
        "python" => new(
            [
                .. PackageNames.Resources,
                .. PackageNames.Functions.SelectMany(name => new[] { Snake(name), $"{Snake(name)}_output" }),
                .. PackageNames.Values.Select(value => $"{value.Type}.{Snake(value.Member).ToUpperInvariant()}"),
            ],
            PackageNames.Properties.Select(Snake),
            KeywordOrKey()),
        "go" => new(
            [
                .. PackageNames.Resources.Select(name => $"New{name}"),
                .. PackageNames.Functions.Select(GoFunction),
                .. PackageNames.Resources.Concat(PackageNames.Functions.Select(GoFunction)).Concat(PackageNames.Objects)
                .Select(name => $"{name}Args"),
                .. PackageNames.Values.Select(value => value.Type + value.Member),
            ],
            PackageNames.Properties.Select(Names.Pascal),
            BeforeColon()),
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, "There are no examples in it."),
    };

    /// <summary>The names in a program that the package does not have.</summary>
    public IEnumerable<string> Strangers(string code)
    {
        var text = Text().Replace(code, match => match.Groups["key"].Success ? match.Value : "\"\"");
        return Found(Member(), text).Except(Members).Concat(Found(Argument, text).Concat(Found(Access(), text)).Except(Properties));
    }

    private static IEnumerable<string> Found(Regex pattern, string text) => pattern.Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>In Python's way; a word of the language itself gets an underscore.</summary>
    private static string Snake(string name) => name == "from" ? "from_" : Hump().Replace(name, "_$1").ToLowerInvariant();

    /// <summary>In Go the getter of a resource has the name <c>Get…</c>, and a function of that name another.</summary>
    private static string GoFunction(string name) =>
        name.StartsWith("get", StringComparison.Ordinal) && PackageNames.Resources.Contains(name[3..]) ? $"Lookup{name[3..]}" : Names.Pascal(name);

    /// <summary>A text; the keys of a map are names.</summary>
    [GeneratedRegex("\"[^\"\n]*\"(?<key>:)?")]
    private static partial Regex Text();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Hump();

    [GeneratedRegex(@"\bpartnertrust\.(?<name>\w+(\.\w+)?)")]
    private static partial Regex Member();

    /// <summary>A property of what the program made: not a member of a library.</summary>
    [GeneratedRegex(@"(?<![\w.""])(?!(pulumi|partnertrust|config|cfg|ctx)\.)[a-z]\w*\.(?!apply\b)(?<name>\w+)")]
    private static partial Regex Access();

    [GeneratedRegex(@"^\s+(?<name>\w+): ", RegexOptions.Multiline)]
    private static partial Regex BeforeColon();

    [GeneratedRegex(@"^\s+(?<name>\w+)=|^\s+""(?<name>\w+)"":", RegexOptions.Multiline)]
    private static partial Regex KeywordOrKey();
}
