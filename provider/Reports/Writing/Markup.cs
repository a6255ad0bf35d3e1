namespace PartnerTrust.Reports.Writing;

/// <summary>Text of HTML or SVG. Only literals become markup; whatever else is put into it is escaped, so that nothing from outside can.</summary>
/// <param name="Text">As it is written.</param>
public readonly record struct Markup(string Text)
{
    public static Markup Empty { get; } = new("");

    /// <summary>An interpolated text, its literals taken as markup and its holes escaped.</summary>
    public static Markup Of(ref MarkupHandler text) => text.Finish();

    /// <summary>One after another, with something between.</summary>
    public static Markup Join(IEnumerable<Markup> parts, string between = "") => new(string.Join(between, parts.Select(part => part.Text)));

    public override string ToString() => Text;
}
