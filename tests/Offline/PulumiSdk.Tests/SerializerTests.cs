using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class SerializerTests
{
    [Fact]
    public async Task Arguments_travel_under_their_wire_names_and_absent_ones_not_at_all()
    {
        var map = await SerializeAsync(new BoxArgs { Label = "l", Size = 3, Tags = { "a", "b" } });
        Assert.Equal(
            PropertyMap.Of(("label", "l"), ("size", 3), ("tags", ListValue.Of(["a", "b"]))),
            map);
    }

    [Fact]
    public async Task A_missing_required_argument_is_refused_by_name()
    {
        var refusal = await Assert.ThrowsAsync<ArgumentNullException>(() => SerializeAsync(new BoxArgs { Seal = new SealArgs() }));
        Assert.Contains("Code", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enumerations_and_unions_travel_as_what_they_hold()
    {
        var map = await SerializeAsync(new BoxArgs { Colour = Colour.Red, Weight = "heavy" });
        Assert.Equal(PropertyMap.Of(("colour", "red"), ("weight", "heavy")), map);
    }

    [Fact]
    public async Task A_secret_is_wrapped_and_an_unknown_is_a_sentinel()
    {
        var map = await SerializeAsync(new BoxArgs { Label = Output.CreateSecret("pw"), Size = OutputUtilities.CreateUnknown(0) });
        Assert.Equal(new SecretValue("pw"), map["label"]);
        Assert.IsType<UnknownValue>(map["size"]);
    }

    [Fact]
    public async Task One_unknown_element_leaves_the_rest_of_a_list_known()
    {
        var map = await SerializeAsync(new BoxArgs { Tags = { "a", OutputUtilities.CreateUnknown("") } });
        var list = Assert.IsType<ListValue>(map["tags"]);
        Assert.Equal((PropertyValue)"a", list.Items[0]);
        Assert.IsType<UnknownValue>(list.Items[1]);
    }

    [Fact]
    public async Task A_json_argument_travels_as_one_string()
    {
        var map = await SerializeAsync(new BoxArgs { Settings = new InputMap<string> { ["a"] = "1" } });
        Assert.Equal((PropertyValue)"""{"a":"1"}""", map["settings"]);
    }

    [Fact]
    public async Task A_secret_inside_a_json_argument_makes_the_string_secret()
    {
        var map = await SerializeAsync(new BoxArgs { Settings = new InputMap<string> { ["a"] = Output.CreateSecret("1") } });
        Assert.Equal(new SecretValue("""{"a":"1"}"""), map["settings"]);
    }

    [Fact]
    public async Task Assets_travel_as_assets() => Assert.Equal(
        new AssetValue(null, "text", null, null), await new Serializer(keepResources: true).SerializeAsync("", new StringAsset("text")));

    [Fact]
    public async Task A_task_and_an_unknown_class_are_refused()
    {
        var serializer = new Serializer(keepResources: true);
        await Assert.ThrowsAsync<InvalidOperationException>(() => serializer.SerializeAsync("", Task.CompletedTask));
        await Assert.ThrowsAsync<InvalidOperationException>(() => serializer.SerializeAsync("", new Uri("https://a")));
    }

    private static async Task<PropertyMap> SerializeAsync(BoxArgs args) =>
        (await ArgumentSerialization.RunAsync("test", args, () => new Serializer(keepResources: true))).Properties;
}
