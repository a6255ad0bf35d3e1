using System.Text.Json;

namespace PartnerTrust.Plugin.Tests.Schema;

public sealed class MetaschemaTests
{
    [SkippableFact]
    public void The_schema_is_valid_against_the_metaschema()
    {
        var file = Path.Combine(SchemaFile.Folder, "..", "shared", "pulumi-metaschema.json");
        Skip.IfNot(File.Exists(file), "The metaschema of the ecosystem is not beside this repository.");

        var errors = new JsonSchemaValidator(JsonDocument.Parse(File.ReadAllText(file)).RootElement).Validate(SchemaFile.Root);

        Assert.Empty(errors);
    }

    [Theory]
    [InlineData("""{"type":"object","required":["a"]}""", "{}")]
    [InlineData("""{"properties":{"a":{"type":"string"}}}""", """{"a":1}""")]
    [InlineData("""{"properties":{"a":{}},"additionalProperties":false}""", """{"b":1}""")]
    [InlineData("""{"propertyNames":{"pattern":"^x"}}""", """{"y":1}""")]
    [InlineData("""{"oneOf":[{"type":"string"},{"const":"a"}]}""", "\"a\"")]
    [InlineData("""{"$defs":{"n":{"type":"number"}},"items":{"$ref":"#/$defs/n"}}""", """["x"]""")]
    public void The_validator_sees_what_is_wrong(string schema, string value) =>
        Assert.NotEmpty(new JsonSchemaValidator(JsonDocument.Parse(schema).RootElement).Validate(JsonDocument.Parse(value).RootElement));
}
