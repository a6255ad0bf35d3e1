using System.Xml.Linq;
using PartnerTrust.Reports.Picture;

namespace PartnerTrust.Reports.Tests.Picture;

/// <summary>Whatever the trust is, nothing in its picture lies on anything else, and nothing is left out.</summary>
public sealed class PictureLayoutTests
{
    public static TheoryData<string> Trusts => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Trusts))]
    public void No_box_and_no_label_lies_on_another_and_no_arrow_crosses_one(string trust) => Overlapping(PictureLayout.Of(Samples.Of(trust)));

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(200)]
    public void However_many_servers_there_are(int pairs) => Overlapping(PictureLayout.Of(Samples.Overview(Samples.Many(pairs))));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(12)]
    [InlineData(14)]
    public void However_many_trust_one_another(int servers)
    {
        var overview = Samples.Overview(Samples.Mesh(servers));
        var drawing = PictureLayout.Of(overview);

        Overlapping(drawing);
        Assert.Equal(servers * (servers - 1), overview.Directions.Length);
        Assert.Equal(overview.Directions.Length, drawing.Arrows.Select(arrow => arrow.Direction.Direction).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Every_server_has_a_box_and_every_direction_one_arrow(string trust)
    {
        var overview = Samples.Of(trust);
        var drawing = PictureLayout.Of(overview);

        Assert.Equal(overview.Directions.Length, drawing.Arrows.Length);
        Assert.Empty(overview.Directions.Select(direction => direction.Direction).Except(drawing.Arrows.Select(arrow => arrow.Direction.Direction)));
        Assert.Empty(overview.Observation.State.Servers.Keys.Concat(overview.Observation.Unread.Select(unread => unread.Server))
            .Except(drawing.Boxes.Select(box => box.Server.Fqdn)));
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Names_are_whole_on_as_many_lines_as_they_need(string trust) => Assert.All(PictureLayout.Of(Samples.Of(trust)).Boxes, box =>
    {
        var written = string.Concat(box.Lines.Where(line => line.Class == "name").Select(line => line.Text));
        Assert.Equal(Plain(box.Server.Fqdn), Plain(written));
        Assert.True(box.Lines.Sum(line => line.Height) <= box.Area.Height);
    });

    [Theory]
    [MemberData(nameof(Trusts))]
    public void The_picture_is_sound_XML_with_a_title_and_its_own_style(string trust)
    {
        var svg = XDocument.Parse(TrustPicture.Write(Samples.Of(trust))).Root!;

        Assert.Equal("img", (string?)svg.Attribute("role"));
        var named = ((string)svg.Attribute("aria-labelledby")!).Split(' ');
        Assert.Equal(named, svg.Elements().Where(element => element.Attribute("id") is not null).Select(element => (string)element.Attribute("id")!));
        Assert.Contains("prefers-color-scheme: dark", svg.Elements().Single(element => element.Name.LocalName == "style").Value, StringComparison.Ordinal);
    }

    private static string Plain(string name) => Samples.Shown(name).Replace(" ", "", StringComparison.Ordinal);

    private static void Overlapping(Drawing drawing)
    {
        var areas = drawing.Boxes.Select(box => (box.Area, What: box.Server.Fqdn))
            .Concat(drawing.Labels.Select(label => (label.Area, What: label.Lines[0].Text))).ToList();
        var crossed = drawing.Arrows.Select(arrow => (Area: Inner(arrow.Area), What: "arrow"));
        var found = areas.SelectMany((one, i) => areas.Skip(i + 1).Concat(crossed).Where(other => one.Area.Overlaps(other.Area))
            .Select(other => $"{one.What} / {other.What}"));

        Assert.Empty(found);
        Assert.All(areas, placed => Assert.True(
            placed.Area is { X: >= 0, Y: >= 0 } area && area.Right <= drawing.Width + 0.01 && area.Bottom <= drawing.Height + 0.01, placed.What));
    }

    /// <summary>Arrows touch the boxes that they join.</summary>
    private static Area Inner(Area area) => area.Width > area.Height
        ? area with { X = area.X + 1, Width = area.Width - 2 }
        : area with { Y = area.Y + 2, Height = area.Height - 4 };
}
