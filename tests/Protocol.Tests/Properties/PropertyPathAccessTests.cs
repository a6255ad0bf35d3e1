using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Properties;

public sealed class PropertyPathAccessTests
{
    private static readonly PropertyMap Root = PropertyMap.Of(
        ("name", "n"),
        ("account", new SecretValue(PropertyMap.Of(("roles", ListValue.Of(["r0", "r1"])), ("password", new SecretValue("p"))))),
        ("later", UnknownValue.Text));

    [Fact]
    public void A_value_is_found_and_is_a_secret_inside_one()
    {
        Assert.Equal("n", At("name").Find(Root));
        Assert.Equal(new SecretValue("r1"), At("account.roles[1]").Find(Root));
        Assert.Equal(new SecretValue("p"), At("account.password").Find(Root));
        Assert.Same(Root, PropertyPath.Root.Find(Root));
        Assert.All(["account.roles[2]", "account.roles.x", "name.x", "name[0]", "none", "later.x"], path => Assert.Null(At(path).Find(Root)));
    }

    [Fact]
    public void What_is_set_is_found_and_the_secret_around_it_stays()
    {
        var changed = At("account.roles[1]").Set(Root, "new");

        Assert.Equal(new SecretValue("new"), At("account.roles[1]").Find(changed));
        Assert.IsType<SecretValue>(changed["account"]);
        Assert.Equal(changed, At("account.roles[1]").Set(Root, new SecretValue("new")));
        Assert.Equal(new SecretValue("r1"), At("account.roles[1]").Find(Root));
    }

    [Fact]
    public void Setting_replaces_a_secret_too() =>
        Assert.Equal("plain", At("top").Find(At("top").Set(Root.Set("top", new SecretValue("old")), "plain")));

    [Fact]
    public void Missing_objects_are_made_and_a_list_grows_by_one()
    {
        Assert.Equal(1, At("a.b.c").Find(At("a.b.c").Set(Root, 1)));
        Assert.Equal(new SecretValue("r2"), At("account.roles[2]").Find(At("account.roles[2]").Set(Root, "r2")));
        Assert.Throws<PropertyFormatException>(() => At("account.roles[3]").Set(Root, "r3"));
        Assert.Throws<PropertyFormatException>(() => At("name.x").Set(Root, "x"));
    }

    [Fact]
    public void What_is_removed_is_gone_and_nothing_else()
    {
        var changed = At("account.password").Remove(Root);

        Assert.Null(At("account.password").Find(changed));
        Assert.Equal(new SecretValue("r0"), At("account.roles[0]").Find(changed));
        Assert.All(["none", "name.x", "account.roles[0]", "a.b"], path => Assert.Equal(Root, At(path).Remove(Root)));
    }

    [Fact]
    public void A_wildcard_stands_for_what_is_there()
    {
        Assert.Equal(["account.roles[0]", "account.roles[1]"], Expand("account.roles[*]"));
        Assert.Equal(["account.password", "account.roles"], Expand("account[*]"));
        Assert.Equal(["account.roles[0].x", "account.roles[1].x"], Expand("account.roles[*].x"));
        Assert.Equal(["none"], Expand("none"));
        Assert.Empty(Expand("name[*]"));
    }

    [Fact]
    public void Whatever_a_wildcard_stands_for_is_there_and_covered() => Prop.ForAll(PropertyValues.Maps, map =>
    {
        var wildcard = PropertyPath.Parse("*");
        return wildcard.Expand(map).All(path => path.Find(map) is not null && wildcard.Covers(path));
    }).Check(GeneratedCases.Config(100));

    private static IEnumerable<string> Expand(string path) => At(path).Expand(Root).Select(expanded => expanded.ToString());

    private static PropertyPath At(string path) => PropertyPath.Parse(path);
}
