using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Properties;

public sealed class PropertyValueExtensionsTests
{
    [Fact]
    public void An_unknown_is_found_at_any_depth()
    {
        PropertyValue[] unknown =
        [
            UnknownValue.Text, new SecretValue(UnknownValue.Text), new OutputValue(null, false, []), ListValue.Of(["a", UnknownValue.Text]),
            PropertyMap.Of(("a", new OutputValue(ListValue.Of([UnknownValue.Text]), false, []))), new ResourceReferenceValue(
                "urn", UnknownValue.Text, null),
        ];

        Assert.All(unknown, value => Assert.True(value.ContainsUnknown()));
        Assert.False(PropertyMap.Of(("a", new SecretValue(ListValue.Of([1])))).ContainsUnknown());
    }

    [Fact]
    public void A_plain_value_has_no_wrappers_and_is_its_own_plain_value() => Prop.ForAll(PropertyValues.Any, value =>
    {
        var plain = value.Plain();
        return !plain.ContainsSecret() && plain.Plain().Equals(plain) && plain.ContainsUnknown() == value.ContainsUnknown();
    }).Check(GeneratedCases.Config(500));

    [Fact]
    public void Without_secrets_everything_else_stays() => Prop.ForAll(PropertyValues.Any, value =>
        !value.WithoutSecrets().ContainsSecret() && value.WithoutSecrets().Plain().Equals(value.Plain())).Check(GeneratedCases.Config(500));

    [Fact]
    public void A_change_goes_inside_the_wrappers()
    {
        static PropertyValue Upper(PropertyValue value) => ((TextValue)value).Value.ToUpperInvariant();

        Assert.Equal(new SecretValue("A"), new SecretValue("a").Map(Upper));
        Assert.Equal(new OutputValue("A", true, ["u"]), new OutputValue("a", true, ["u"]).Map(Upper));
        Assert.Equal(new SecretValue(UnknownValue.Text), new SecretValue(UnknownValue.Text).Map(Upper));
        Assert.Equal(new OutputValue(null, false, []), new OutputValue(null, false, []).Map(Upper));
    }

    [Fact]
    public void A_secret_is_made_once()
    {
        Assert.Equal(new SecretValue("a"), new SecretValue("a").AsSecret());
        Assert.Equal(new SecretValue("a"), ((PropertyValue)"a").AsSecret());
        Assert.Equal(new OutputValue("a", true, []), new OutputValue("a", false, []).AsSecret());
    }

    [Fact]
    public void A_secret_does_not_show_in_text() =>
        Assert.DoesNotContain(
            "s3cr3t",
            PropertyMap.Of(("a", new SecretValue("s3cr3t")), ("b", new OutputValue("s3cr3t", true, []))).ToString(),
            StringComparison.Ordinal);
}
