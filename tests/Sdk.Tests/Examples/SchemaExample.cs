using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>One example of a resource or function, in one language, as <c>schema.json</c> shows it.</summary>
public sealed partial class SchemaExample : IXunitSerializable
{
    public string Title { get; private set; } = "";

    public string Language { get; private set; } = "";

    public string Code { get; private set; } = "";

    public static IReadOnlyList<SchemaExample> In(string language) =>
    [
        .. from described in CommittedSdk.Schema.Resources.Select(resource => (resource.Name, resource.Description))
               .Concat(CommittedSdk.Schema.Functions.Select(function => (function.Name, function.Description)))
           from example in Fence().Matches(described.Description).Where(match => match.Groups["language"].Value == language).Index()
           select new SchemaExample
           {
               Title = $"{described.Name} {example.Index + 1}",
               Language = language,
               Code = example.Item.Groups["code"].Value,
           },
    ];

    public void Deserialize(IXunitSerializationInfo info)
    {
        Title = info.GetValue<string>(nameof(Title));
        Language = info.GetValue<string>(nameof(Language));
        Code = info.GetValue<string>(nameof(Code));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Title), Title);
        info.AddValue(nameof(Language), Language);
        info.AddValue(nameof(Code), Code);
    }

    public override string ToString() => $"{Title}, {Language}";

    [GeneratedRegex(@"```(?<language>[a-z]+)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
