using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Properties;

public sealed class PropertyPathTests
{
    private static readonly Gen<PathSegment> Segments = Gen.OneOf(
        PropertyValues.Text.Select(name => (PathSegment)new PathSegment.Key(name)),
        Gen.Choose(0, 1000).Select(position => (PathSegment)new PathSegment.Index(position)),
        Gen.Constant((PathSegment)new PathSegment.Any()));

    private static readonly Arbitrary<PropertyPath> Paths =
        Segments.ArrayOf().Select(segments => new PropertyPath([.. segments])).ToArbitrary();

    [Fact]
    public void Every_path_reads_back_as_it_was_written() =>
        Prop.ForAll(Paths, path => PropertyPath.Parse(path.ToString()).Equals(path)).Check(GeneratedCases.Config(1000));

    [Fact]
    public void Random_text_is_a_path_or_none_but_never_breaks() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            !PropertyPath.TryParse(text.Get, out var path) || PropertyPath.Parse(path.ToString()).Equals(path)).Check(GeneratedCases.Config(1000));

    [Theory]
    [InlineData("a.b[0][\"x.y\"]", "a.b[0][\"x.y\"]")]
    [InlineData("[\"a\"].b", "a.b")]
    [InlineData("root[\"key with \\\"escaped\\\" quotes\"]", "root[\"key with \\\"escaped\\\" quotes\"]")]
    [InlineData("roles[*].name", "roles[*].name")]
    [InlineData("roles[\"*\"]", "roles[*]")]
    [InlineData("*", "[*]")]
    [InlineData("", "")]
    public void A_path_is_written_as_the_engine_writes_it(string text, string normal) => Assert.Equal(normal, PropertyPath.Parse(text).ToString());

    [Theory]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("a[-1]")]
    [InlineData("a[99999999999]")]
    [InlineData("a[\"b]")]
    [InlineData("a[\"b\"")]
    [InlineData("a[0]b")]
    public void What_is_no_path_is_refused(string text)
    {
        Assert.False(PropertyPath.TryParse(text, out _));
        Assert.Throws<PropertyFormatException>(() => PropertyPath.Parse(text));
    }

    [Theory]
    [InlineData("a", "a.b[0]", true)]
    [InlineData("a.b", "a.b", true)]
    [InlineData("a.b", "a", false)]
    [InlineData("a[*].c", "a[3].c", true)]
    [InlineData("a[*].c", "a.key.c.d", true)]
    [InlineData("a[0]", "a[1]", false)]
    [InlineData("", "a", true)]
    public void A_path_covers_what_is_inside_it(string outer, string inner, bool covers) =>
        Assert.Equal(covers, PropertyPath.Parse(outer).Covers(PropertyPath.Parse(inner)));
}
