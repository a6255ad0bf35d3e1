using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

public sealed class PathsTests
{
    private static readonly PropertyMap Old = PropertyMap.Of(("a", 1), ("m", PropertyMap.Of(("x", 1), ("y", 1))), ("l", ListValue.Of([1, 1, 1])));

    private static readonly PropertyMap New = PropertyMap.Of(("a", 2), ("m", PropertyMap.Of(("x", 2), ("z", 2))), ("l", ListValue.Of([2, 2])), ("n", 2));

    [Theory]
    [InlineData("a", "a")]
    [InlineData("m.x", "m.x")]
    [InlineData("m.y", "m.y")]
    [InlineData("m.z", "m.z")]
    [InlineData("n", "n")]
    [InlineData("l[1]", "l[1]")]
    public void What_is_ignored_is_as_it_was(string ignored, string path) =>
        Assert.Equal(Paths.Get(Old, path), Paths.Get(Paths.Reset(New, Old, ignored), path));

    [Theory]
    [InlineData("l[2]")]
    [InlineData("l[7]")]
    [InlineData("a.b")]
    [InlineData("o.p")]
    [InlineData("l.x")]
    public void What_has_no_place_changes_nothing(string ignored) => Assert.Equal(New, Paths.Reset(New, Old, ignored));

    [Fact]
    public void A_wildcard_ignores_every_entry_and_every_element_that_both_have()
    {
        Assert.Equal(Old["m"], Paths.Reset(New, Old, "m[*]")["m"]);
        Assert.Equal(ListValue.Of([1, 1]), Paths.Reset(New, Old, "l[*]")["l"]);
        Assert.Equal(Old, Paths.Reset(New, Old, "*"));
    }
}
