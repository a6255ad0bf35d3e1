using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Plugin.Tests.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Commands;

/// <summary>What editors hold <c>Pulumi.STACK.yaml</c> against: it takes whatever the plugin takes, and shows typical mistakes.</summary>
public sealed class StackSchemaTests
{
    private const string Server = "fqdn: lync01.litwareinc.com, product: LyncServer";

    private static readonly string Examples = Path.Combine(SchemaFile.Folder, "examples");
    private static readonly string Committed = Path.Combine(Examples, "stack.schema.json");

    public static TheoryData<string> ExampleFiles =>
        [.. Directory.EnumerateFiles(Examples, "Pulumi.*.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Examples, file))];

    [Fact]
    public async Task The_file_beside_the_examples_is_what_the_command_writes() =>
        Assert.Equal(
            new CommandRun(0, (await File.ReadAllTextAsync(Committed)).ReplaceLineEndings("\n"), ""), await CommandRun.OfAsync(["schema", "--config"]));

    [Fact]
    public async Task Without_the_option_the_package_s_own_schema_is_written() =>
        Assert.Equal(await CommandRun.OfAsync(["--schema"]), await CommandRun.OfAsync(["schema"]));

    [Fact]
    public void It_is_itself_a_valid_schema() =>
        Assert.True(MetaSchemas.Draft7.Evaluate(JsonDocument.Parse(File.ReadAllText(Committed)).RootElement).IsValid);

    [Fact]
    public void Every_setting_of_the_package_is_in_it_with_its_own_words()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Committed))!["properties"]!["config"]!["properties"]!.AsObject();

        Assert.Equal(
            SchemaFile.Root.GetProperty("config").Entries("variables")
                .Select(setting => ($"partnertrust:{setting.Name}", setting.Value.GetProperty("description").GetString())).Order(),
            settings.Select(setting => (setting.Key, setting.Value!["description"]?.GetValue<string>())).Order());
    }

    [Theory]
    [MemberData(nameof(ExampleFiles))]
    public void Every_example_names_it_and_is_valid(string file)
    {
        var path = Path.Combine(Examples, file);
        var first = File.ReadLines(path).First();

        Assert.StartsWith("# yaml-language-server: $schema=", first, StringComparison.Ordinal);
        Assert.Equal(Committed, Path.GetFullPath(first.Split('=')[1], Path.GetDirectoryName(path)!));
        Assert.Equal("", Mistakes(File.ReadAllText(path)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("partnertrust:servers: [{ " + Server + ", names: [a.litwareinc.com], shell: [ssh, lync01, pwsh], session: local }]")]
    [InlineData("partnertrust:servers: '[{\"fqdn\":\"lync01.litwareinc.com\",\"product\":\"LyncServer\"}]'")]
    [InlineData("partnertrust:servers: { secure: v1:abc }")]
    [InlineData("partnertrust:servers: [{ " + Server + ", realm: { secure: v1:abc } }]")]
    [InlineData("partnertrust:mailboxes: [{ sipUri: sip:a@b.com, smtpAddress: a@b.com, server: ex.b.com, archiveEnabled: 'true' }]")]
    [InlineData("partnertrust:timeouts: { open: 60, write: '240' }")]
    [InlineData("partnertrust:timeouts: '{\"open\":60}'")]
    [InlineData("partnertrust:protectLastDirection: true")]
    [InlineData("partnertrust:protectLastDirection: 'true'")]
    [InlineData("partnertrust:proveOnPreview: strict")]
    [InlineData("partnertrust:proveOnPreview: false")]
    [InlineData("partnertrust:proveOnPreview: 'false'")]
    [InlineData("partnertrust:engine: powerShell")]
    [InlineData("partnertrust:dataDirectory: ../two-way-trust/.partnertrust/dev")]
    [InlineData("azure:location: westeurope")]
    [InlineData("my-project:settings: { any: [thing] }")]
    [InlineData("my-partnertrust:anything: 1")]
    public void What_the_plugin_takes_is_valid(string setting) => Assert.Equal("", Mistakes(StackOf(setting)));

    [Theory]
    [InlineData("encryptionsalt: v1:abc=:v1:def")]
    [InlineData("secretsprovider: azurekeyvault://vault/keys/key\nencryptedkey: abc")]
    [InlineData("environment: [base, prod]")]
    [InlineData("environment: { values: { pulumiConfig: {} } }")]
    public void What_Pulumi_writes_beside_the_settings_is_valid(string text) => Assert.Equal("", Mistakes($"{text}\n{StackOf("")}"));

    [Theory]
    [InlineData("partnertrust:server: [{ " + Server + " }]", "/config")]
    [InlineData("partnertrust:Servers: [{ " + Server + " }]", "/config")]
    [InlineData("partnertrust:servers: { " + Server + " }", "/config/partnertrust:servers")]
    [InlineData("partnertrust:servers: lync01.litwareinc.com", "/config/partnertrust:servers")]
    [InlineData("partnertrust:servers: [lync01.litwareinc.com]", "/config/partnertrust:servers/0")]
    [InlineData("partnertrust:servers: [{ product: LyncServer }]", "/config/partnertrust:servers/0")]
    [InlineData("partnertrust:servers: [{ fqdn: lync01.litwareinc.com }]", "/config/partnertrust:servers/0")]
    [InlineData("partnertrust:servers: [{ " + Server + ", relam: litwareinc.com }]", "/config/partnertrust:servers/0")]
    [InlineData("partnertrust:servers: [{ fqdn: lync01.litwareinc.com, product: Lync }]", "/config/partnertrust:servers/0/product")]
    [InlineData("partnertrust:servers: [{ " + Server + ", names: lync.litwareinc.com }]", "/config/partnertrust:servers/0/names")]
    [InlineData("partnertrust:servers: [{ " + Server + ", members: [1] }]", "/config/partnertrust:servers/0/members/0")]
    [InlineData("partnertrust:servers: [{ " + Server + ", session: winrm }]", "/config/partnertrust:servers/0/session")]
    [InlineData("partnertrust:mailboxes: [{ sipUri: sip:a@b.com, server: ex.b.com }]", "/config/partnertrust:mailboxes/0")]
    [InlineData("partnertrust:mailboxes: [{ sipUri: sip:a@b.com, smtpAddress: a@b.com, server: b, archiveEnabled: yes }]", "/config/partnertrust:mailboxes/0/archiveEnabled")]
    [InlineData("partnertrust:timeouts: { open: 1.5 }", "/config/partnertrust:timeouts/open")]
    [InlineData("partnertrust:timeouts: { open: 2m }", "/config/partnertrust:timeouts/open")]
    [InlineData("partnertrust:timeouts: { close: 60 }", "/config/partnertrust:timeouts")]
    [InlineData("partnertrust:protectLastDirection: yes", "/config/partnertrust:protectLastDirection")]
    [InlineData("partnertrust:proveOnPreview: always", "/config/partnertrust:proveOnPreview")]
    [InlineData("partnertrust:engine: powershell", "/config/partnertrust:engine")]
    [InlineData("partnertrust:transcript: [a.txt]", "/config/partnertrust:transcript")]
    [InlineData("partnertrust:dataDirectory: { encrypted: v1:abc }", "/config/partnertrust:dataDirectory")]
    [InlineData("- partnertrust:engine", "/config")]
    public void Mistakes_are_seen_where_they_stand(string setting, string place) =>
        Assert.Contains(place, Mistakes(StackOf(setting)).Split('\n'));

    [Fact]
    public void A_salt_that_is_no_text_is_seen() => Assert.Contains("/encryptionsalt", Mistakes("encryptionsalt: [a]\n"), StringComparison.Ordinal);

    private static string StackOf(string setting) => $"config:\n  {setting}\n";

    /// <summary>Where the text is not as it must be, a line each; empty where it is.</summary>
    private static string Mistakes(string yaml)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Committed));
        var result = schema.Evaluate(
            JsonSerializer.SerializeToElement(Json(YamlSettings.Read(yaml))), new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? ""
            : string.Join('\n', result.Details!.Where(detail => !detail.IsValid).Select(detail => detail.InstanceLocation.ToString()).Distinct());
    }

    private static JsonNode? Json(PropertyValue value) => value switch
    {
        TextValue text => text.Value,
        BoolValue flag => flag.Value,
        NumberValue number => number.Value,
        ListValue list => new JsonArray([.. list.Items.Select(Json)]),
        PropertyMap map => new JsonObject(map.AsEnumerable().Select(entry => KeyValuePair.Create(entry.Key, Json(entry.Value)))),
        _ => null,
    };
}
