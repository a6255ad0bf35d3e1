using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

public sealed class PathTests
{
    private static readonly PropertyMap Old = PropertyMap.Of(("a", PropertyMap.Of(("x.y", 1), ("z", 2))), ("list", ListValue.Of([1, 2])));
    private static readonly PropertyMap New = PropertyMap.Of(("a", PropertyMap.Of(("x.y", 7), ("z", 8))), ("list", ListValue.Of([7, 8, 9])));

    [Theory]
    [InlineData("a[\"x.y\"]", "{a: {x.y: 1, z: 8}, list: [7, 8, 9]}")]
    [InlineData("a.*", "{a: {x.y: 1, z: 2}, list: [7, 8, 9]}")]
    [InlineData("list[1]", "{a: {x.y: 7, z: 8}, list: [7, 2, 9]}")]
    [InlineData("list", "{a: {x.y: 7, z: 8}, list: [1, 2]}")]
    [InlineData("missing", "{a: {x.y: 7, z: 8}, list: [7, 8, 9]}")]
    public void An_ignored_path_is_put_back(string path, string expected) =>
        Assert.Equal(expected, Output.ValueText.Of(Paths.Reset(New, Old, path)));

    [Theory]
    [InlineData("list[2]")]
    [InlineData("list[7]")]
    [InlineData("list.x")]
    [InlineData("a.z.b")]
    [InlineData("missing.b")]
    public void What_has_no_place_changes_nothing(string path) => Assert.Equal(New, Paths.Reset(New, Old, path));

    [Theory]
    [InlineData("a", "a.b[0]", true)]
    [InlineData("a.*", "a.b", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a.b", "a.bc", false)]
    public void A_pattern_covers_what_lies_below_it(string pattern, string path, bool covers) => Assert.Equal(covers, Paths.Covers(pattern, path));

    [Theory]
    [InlineData("1h30m", 5400)]
    [InlineData("500ms", 0.5)]
    [InlineData("", 0)]
    public void Durations_are_read_as_programs_write_them(string text, double seconds) => Assert.Equal(seconds, Durations.Seconds(text), 6);

    [Fact]
    public void A_duration_without_a_unit_is_refused() => Assert.Throws<DeploymentException>(() => Durations.Seconds("30"));
}
