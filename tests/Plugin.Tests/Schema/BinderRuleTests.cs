using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Tests.Schema;

/// <summary>What the binder of the ecosystem's tools refuses (pulumi-protocol.md 6.5), and what this package asks of itself.</summary>
public sealed partial class BinderRuleTests
{
    [Fact]
    public void Every_property_says_what_it_is() =>
        Assert.All(SchemaFile.AllProperties(), entry => Assert.True(
            entry.Property.TryGetProperty("description", out var text) && text.GetString()!.Length > 10, entry.Path));

    [Fact]
    public void Every_reference_has_its_target()
    {
        var types = SchemaFile.Root.Entries("types").Select(type => type.Name).ToHashSet();

        Assert.All(References().Matches(SchemaFile.Root.GetRawText()), reference => Assert.Contains(reference.Groups[1].Value, types));
    }

    [Fact]
    public void Every_required_name_is_a_property() => Assert.All(SchemaFile.Owners(), owner =>
    {
        Assert.Empty(owner.Element.Names("required").Except(owner.Element.Entries("properties").Select(property => property.Name)));
        Assert.Empty(owner.Element.Names("requiredInputs").Except(owner.Element.Entries("inputProperties").Select(property => property.Name)));
        Assert.Empty(owner.Element.Names("defaults").Except(owner.Element.Entries("variables").Select(property => property.Name)));
    });

    [Fact]
    public void No_name_is_a_reserved_one()
    {
        Assert.All(SchemaFile.AllProperties(), entry => Assert.DoesNotMatch(@"\.(pulumi|urn)$", entry.Path));
        Assert.All(
            SchemaFile.Root.Entries("resources")
                .SelectMany(resource => resource.Value.Entries("inputProperties").Concat(resource.Value.Entries("properties"))),
            property => Assert.NotEqual("id", property.Name));
        Assert.DoesNotContain(SchemaFile.Root.GetProperty("provider").Entries("inputProperties"), property => property.Name == "version");
    }

    [Fact]
    public void Every_token_has_three_parts_of_this_package()
    {
        Assert.All(
            SchemaFile.Root.Entries("resources").Concat(SchemaFile.Root.Entries("types")),
            entry => Assert.Matches("^partnertrust:index:[A-Z][A-Za-z]+$", entry.Name));
        Assert.All(SchemaFile.Root.Entries("functions"), entry => Assert.Matches("^partnertrust:index:[a-z][A-Za-z]+$", entry.Name));
    }

    [Fact]
    public void Every_default_fits_its_type() => Assert.All(SchemaFile.AllProperties().Where(
        entry => entry.Property.TryGetProperty("default", out _)), entry =>
    {
        var value = entry.Property.GetProperty("default");
        if (entry.Property.TryGetProperty("$ref", out var reference))
        {
            var type = SchemaFile.Root.GetProperty("types").GetProperty(reference.GetString()!["#/types/".Length..]);
            Assert.Contains(value.GetString(), type.GetProperty("enum").EnumerateArray().Select(choice => choice.GetProperty("value").GetString()));
            return;
        }

        JsonValueKind[] kinds = entry.Property.GetProperty("type").GetString() switch
        {
            "string" => [JsonValueKind.String],
            "boolean" => [JsonValueKind.True, JsonValueKind.False],
            _ => [JsonValueKind.Number],
        };
        Assert.Contains(value.ValueKind, kinds);
    });

    [Fact]
    public void Every_resource_and_function_has_examples_in_five_languages() =>
        Assert.All(SchemaFile.Root.Entries("resources").Concat(SchemaFile.Root.Entries("functions")), entry =>
        {
            var text = entry.Value.GetProperty("description").GetString()!;
            Assert.All(
                ["csharp", "typescript", "python", "go", "yaml"], language => Assert.Contains($"```{language}\n", text, StringComparison.Ordinal));
            Assert.Equal(text.Split("{{% example %}}").Length, text.Split("{{% /example %}}").Length);
            Assert.EndsWith("{{% /examples %}}\n", text.Split("\n## Import")[0], StringComparison.Ordinal);
        });

    [Fact]
    public void The_version_is_the_build_s() => Assert.Equal(PluginVersion.Text, SchemaFile.Root.GetProperty("version").GetString());

    [Fact]
    public async Task The_surface_is_the_one_that_was_agreed()
    {
        var text = new StringBuilder();
        foreach (var (path, property) in SchemaFile.AllProperties().OrderBy(entry => entry.Path, StringComparer.Ordinal))
        {
            var type = property.TryGetProperty("$ref", out var reference)
                ? reference.GetString()!.Split(':')[^1]
                : property.GetProperty("type").GetString()!;
            string[] marks =
            [
                .. new[] { "secret", "replaceOnChanges", "willReplaceOnChanges" }.Where(mark => property.TryGetProperty(mark, out _)),
                .. property.TryGetProperty("default", out var value) ? [$"= {value.GetRawText()}"] : Array.Empty<string>(),
            ];
            text.Append(path.Replace("partnertrust:index:", "", StringComparison.Ordinal)).Append(": ").Append(type)
                .AppendLine(marks.Length == 0 ? "" : $" ({string.Join(", ", marks)})");
        }

        await Verify(text.ToString().TrimEnd());
    }

    [GeneratedRegex("#/types/([A-Za-z:]+)")]
    private static partial Regex References();
}
