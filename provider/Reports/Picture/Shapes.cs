using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Picture;

/// <param name="Text">What it says.</param>
/// <param name="Class">How it looks, by <see cref="PictureStyle"/>.</param>
/// <param name="Size">Of the font.</param>
internal sealed record TextLine(string Text, string Class, double Size)
{
    public const double Leading = 1.35;

    public double Height => Size * Leading;
}

/// <summary>A place in the picture, from its upper left corner.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + (Width / 2);

    public double MiddleY => Y + (Height / 2);

    public bool Overlaps(Area other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;
}

internal sealed record Box(PictureServer Server, Area Area, ImmutableArray<TextLine> Lines);

/// <summary>Lines of text on an arrow.</summary>
/// <param name="Area">Where they stand.</param>
/// <param name="Lines">From top to bottom.</param>
/// <param name="IsCentred">Whether they stand in its middle; else they begin at its left.</param>
internal sealed record Label(Area Area, ImmutableArray<TextLine> Lines, bool IsCentred);

/// <summary>A direction, straight from one box to another.</summary>
internal sealed record Arrow(DirectionReport Direction, double X1, double Y1, double X2, double Y2)
{
    public Area Area => new(Math.Min(X1, X2), Math.Min(Y1, Y2) - 1, Math.Max(1, Math.Abs(X2 - X1)), Math.Max(2, Math.Abs(Y2 - Y1)));
}

/// <summary>What is drawn, and how much room it takes.</summary>
internal sealed record Drawing(
    double Width, double Height, ImmutableArray<Box> Boxes, ImmutableArray<Arrow> Arrows, ImmutableArray<Label> Labels)
{
    public static Drawing Empty { get; } = new(0, 0, [], [], []);

    /// <summary>The same at another place; its size stays.</summary>
    public Drawing MovedBy(double x, double y) => this with
    {
        Boxes = [.. Boxes.Select(box => box with { Area = Moved(box.Area, x, y) })],
        Arrows = [.. Arrows.Select(arrow => new Arrow(arrow.Direction, arrow.X1 + x, arrow.Y1 + y, arrow.X2 + x, arrow.Y2 + y))],
        Labels = [.. Labels.Select(label => label with { Area = Moved(label.Area, x, y) })],
    };

    /// <summary>Both in one picture of that size.</summary>
    public Drawing With(Drawing other, double width, double height) =>
        new(width, height, [.. Boxes, .. other.Boxes], [.. Arrows, .. other.Arrows], [.. Labels, .. other.Labels]);

    private static Area Moved(Area area, double x, double y) => area with { X = area.X + x, Y = area.Y + y };
}
