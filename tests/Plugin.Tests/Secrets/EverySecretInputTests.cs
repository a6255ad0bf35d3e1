using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>A secret planted in each text of each resource, function and setting in turn: no refusal names a property whose value holds it,
/// for the engine would print that value, and none tells of it.</summary>
public sealed class EverySecretInputTests
{
    private const string Planted = "Pl4nted";
    private static readonly CancellationToken None = CancellationToken.None;

    public static TheoryData<string> Resources =>
        [.. PackageSchema.BuiltIn.ResourceTokens().Where(token => !PackageSchema.BuiltIn.FindResource(token)!.IsComponent)];

    public static TheoryData<string> Functions => [.. PackageSchema.BuiltIn.FunctionTokens()];

    private static string[] Texts { get; } =
        [$"{Planted} \u0007/ {Planted}", $"http://{Planted}U:{Planted}P@{Planted}.invalid/{Planted}?{Planted}#x", $"{Planted}.contoso.com"];

    [Theory]
    [MemberData(nameof(Resources))]
    public async Task A_resource_refuses_without_a_word_of_it(string token)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var resource = new ManagedResource(plugin, token[(token.LastIndexOf(':') + 1)..]);
        foreach (var program in Programs(PackageSchema.BuiltIn.FindResource(token)!.Inputs))
        {
            var response = await resource.CheckAsync(program, PropertyMap.Empty);

            AssertSilent(response.Failures, program);
            Assert.DoesNotContain(Planted, PropertyCodec.Decode(response.Inputs).ToString(), StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task A_function_refuses_without_a_word_of_it(string token)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        foreach (var program in Programs(PackageSchema.BuiltIn.FindFunction(token)!.Inputs))
        {
            var request = new InvokeRequest { Tok = token, Args = PropertyCodec.Encode(program) };

            AssertSilent((await plugin.Client.InvokeAsync(request, None)).Failures, program);
        }
    }

    [Fact]
    public async Task A_setting_is_neither_named_nor_quoted_for_nobody_tells_which_is_secret()
    {
        foreach (var program in Programs(PackageSchema.BuiltIn.Provider.Inputs, isSecret: false))
        {
            await using var plugin = await PluginUnderTest.StartAsync();

            var response = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(program) }, None);

            Assert.All(response.Failures, failure => Assert.Empty(failure.Property));
            AssertSilent(response.Failures, program);
            Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains(Planted, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_setting_in_JSON_text_is_neither_named_nor_quoted()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        var program = PropertyMap.Of(("servers", $$"""[{"fqdn":"https://{{Planted}}","product":"LyncServer","realm":"{{Planted}} x"}]"""), ("proveOnPreview", Planted));

        var response = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(program) }, None);

        Assert.Equal(["proveOnPreview", "servers[0].fqdn"], response.Failures.Select(failure => failure.Place()).Order(StringComparer.Ordinal));
        AssertSilent(response.Failures, program);
    }

    [Fact]
    public async Task What_the_program_did_not_mark_is_secret_where_the_schema_says_so()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(
            ("pfxFile", $"{Planted}.pfx"), ("generate", PropertyMap.Empty), ("pfxPassword", $"{Planted}.pfx"))));

        var failure = Assert.Single((await new ManagedResource(plugin, "CertificateBinding").CheckAsync(program)).Failures);

        Assert.Empty(failure.Property);
        Assert.Equal(
            "source: PT1008: pfxFile and generate are set together. Expected: exactly one of thumbprint, pfxFile, pfx, generate. Keep one of them.", failure.Reason);
    }

    [Fact]
    public async Task A_secret_setting_is_in_no_message_about_a_resource()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("dataDirectory", new SecretValue($"/dev/null/{Planted}")));

        var failure = await Assert.ThrowsAsync<RpcException>(() =>
            new ManagedResource(plugin, "OAuthConfiguration").UpAsync(World.Programs.OAuth()));

        Assert.Contains("PT7007", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Planted, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Message.Contains(Planted, StringComparison.OrdinalIgnoreCase));
    }

    private static void AssertSilent(IEnumerable<CheckFailure> failures, PropertyMap program) => Assert.All(failures, failure =>
    {
        Assert.DoesNotContain(Planted, failure.Reason, StringComparison.OrdinalIgnoreCase);
        Assert.True(failure.Property.Length == 0 || program[failure.Property] is TextValue or NumberValue or BoolValue, failure.Property);
    });

    /// <summary>Programs in which one text, or every one, is planted.</summary>
    private static IEnumerable<PropertyMap> Programs(ObjectSchema schema, bool isSecret = true)
    {
        foreach (var text in Texts)
        {
            PropertyValue value = isSecret ? new SecretValue(text) : new TextValue(text);
            var paths = Paths(schema, PropertyPath.Root).ToList();
            foreach (var path in paths)
            {
                yield return Plant(Rest(schema), path, value);
            }

            yield return paths.Aggregate(PropertyMap.Empty, (program, path) => Plant(program, path, value));
        }
    }

    /// <summary>Lists on the way are made.</summary>
    private static PropertyMap Plant(PropertyMap program, PropertyPath path, PropertyValue value)
    {
        for (var length = 1; length < path.Segments.Length; length++)
        {
            var (holder, next) = (new PropertyPath(path.Segments[..length]), path.Segments[length]);
            if (next is PathSegment.Index && holder.Find(program) is null)
            {
                program = holder.Set(program, ListValue.Of([length + 1 == path.Segments.Length ? PropertyValue.Null : PropertyMap.Empty]));
            }
        }

        return path.Set(program, value);
    }

    private static IEnumerable<PropertyPath> Paths(ObjectSchema schema, PropertyPath path) =>
        schema.Properties.Values.SelectMany(property => Paths(property.Type, path.Then(property.Name)));

    private static IEnumerable<PropertyPath> Paths(TypeSchema type, PropertyPath path) => type switch
    {
        TypeSchema.Composite composite => Paths(composite.Schema, path),
        TypeSchema.List list => Paths(list.Item, path.Then(0)),
        _ => [path],
    };

    /// <summary>What is required beside it, so that more than the first check is reached.</summary>
    private static PropertyMap Rest(ObjectSchema schema) => PropertyMap.Of(schema.Required
        .Select(name => schema.Properties[name])
        .Select(property => KeyValuePair.Create(property.Name, Sample(property))));

    private static PropertyValue Sample(PropertySchema property) => (property.Name, property.Type) switch
    {
        ("server" or "from", _) => PluginUnderTest.Lync,
        ("to", _) => PluginUnderTest.Exchange,
        ("sipUri", _) => PluginUnderTest.SipUri,
        (_, TypeSchema.Composite composite) => Rest(composite.Schema),
        (_, TypeSchema.List { Item: TypeSchema.Composite composite }) => ListValue.Of([Rest(composite.Schema)]),
        (_, TypeSchema.Choice choice) => choice.Values[0],
        _ => "sts.litwareinc.com",
    };
}
