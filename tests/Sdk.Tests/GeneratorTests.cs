using PartnerTrust.SdkGenerator;
using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests;

/// <summary>The rules of the official shape that our own schema does not happen to use.</summary>
public sealed class GeneratorTests
{
    private const string Schema = """
        {
          "name": "shop", "version": "1.2.3", "pluginDownloadURL": "https://get.example/",
          "config": { "variables": { "depth": { "type": "integer", "default": 3 } } },
          "types": {
            "shop:index:Seal": { "type": "object", "properties": { "code": { "type": "string" } }, "required": ["code"] },
            "shop:index:Colour": { "type": "string", "enum": [{ "name": "deepRed", "value": "red" }, { "value": "1st" }] }
          },
          "resources": {
            "shop:index:Box": {
              "aliases": [{ "type": "shop:index:Crate" }],
              "deprecationMessage": "Use \"Crate\".",
              "properties": { "pin": { "type": "string", "secret": true }, "tags": { "type": "object" } },
              "inputProperties": {
                "pins": { "type": "array", "items": { "type": "string" }, "secret": true },
                "keys": { "type": "object", "additionalProperties": { "$ref": "#/types/shop:index:Seal" }, "secret": true },
                "colour": { "$ref": "#/types/shop:index:Colour", "default": "red" },
                "weight": { "oneOf": [{ "type": "number" }, { "type": "string" }] },
                "base": { "type": "string" }
              }
            }
          },
          "functions": {
            "shop:index:getBox": {
              "inputs": { "properties": { "tags": { "type": "array", "items": { "type": "string" } } } },
              "outputs": { "properties": { "class": { "type": "string" }, "tags": { "type": "object" } }, "required": ["class"] }
            }
          }
        }
        """;

    private static readonly SortedDictionary<string, string> Files = SdkPackage.Generate(SchemaReader.Read(Schema));

    [Theory]
    [InlineData("Box.cs", "var emptySecret = Output.CreateSecret(ImmutableArray.Create<string>());")]
    [InlineData("Box.cs", "var emptySecret = Output.CreateSecret(ImmutableDictionary.Create<string, Inputs.SealArgs>());")]
    [InlineData("Box.cs", "public InputUnion<double, string>? Weight { get; set; }")]
    [InlineData("Box.cs", "Colour = Pulumi.Shop.Colour.DeepRed;")]
    [InlineData("Box.cs", "new global::Pulumi.Alias { Type = \"shop:index:Crate\" },")]
    [InlineData("Box.cs", "public Output<ImmutableDictionary<string, string>?> Tags { get; private set; } = null!;")]
    [InlineData("Box.cs", "[Obsolete(@\"Use \"\"Crate\"\".\")]")]
    [InlineData("Box.cs", "public Box(string name, BoxArgs? args = null, CustomResourceOptions? options = null)")]
    [InlineData("Box.cs", "public static Box Get(string name, Input<string> id, CustomResourceOptions? options = null)")]
    [InlineData("Enums.cs", "public static Colour Colour1st { get; } = new Colour(\"1st\");")]
    [InlineData("GetBox.cs", "public List<string> Tags")]
    [InlineData("GetBox.cs", "string @class,")]
    [InlineData("GetBox.cs", "public static Output<GetBoxResult> Invoke(GetBoxInvokeArgs? args = null, InvokeOptions? options = null)")]
    [InlineData("Config/Config.cs", "new __Value<int?>(() => __config.GetInt32(\"depth\") ?? 3);")]
    [InlineData("Utilities.cs", "dst.PluginDownloadURL = src?.PluginDownloadURL ?? \"https://get.example/\";")]
    [InlineData("pulumi-plugin.json", "\"version\": \"1.2.3\",")]
    [InlineData("version.txt", "1.2.3")]
    public void The_official_shape_is_kept(string file, string line) => Assert.Contains(line, Files[file], StringComparison.Ordinal);

    [Fact]
    public void A_secret_output_is_declared_to_the_engine()
    {
        Assert.Contains("AdditionalSecretOutputs =", Files["Box.cs"], StringComparison.Ordinal);
        Assert.Contains("\"pin\",", Files["Box.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_that_only_goes_in_has_no_output_class()
    {
        Assert.Contains("Inputs/SealArgs.cs", Files.Keys);
        Assert.DoesNotContain("Outputs/Seal.cs", Files.Keys);
    }

    [Theory]
    [InlineData("""{"name":"s","types":{"s:i:E":{"type":"integer","enum":[{"value":1}]}}}""")]
    [InlineData("""{"name":"s","resources":{"s:i:R":{"inputProperties":{"a":{"$ref":"pulumi.json#/Any"}}}}}""")]
    public void What_is_not_generated_is_refused_and_not_guessed(string schema) =>
        Assert.ThrowsAny<Exception>(() => SdkPackage.Generate(SchemaReader.Read(schema)));
}
