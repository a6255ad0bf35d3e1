using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Html;

/// <summary>A table that becomes a list of cards where there is little room. Its roles are written out: without them a table that is laid out
/// otherwise is none for a screen reader.</summary>
/// <param name="Caption">What it is of.</param>
/// <param name="Titles">Of its columns. The first cell of a row is the title of the row.</param>
public sealed record HtmlTable(string Caption, params string[] Titles)
{
    /// <param name="rows">As many cells each as there are titles.</param>
    /// <param name="empty">What is said where there are no rows.</param>
    public Markup Write(IEnumerable<IReadOnlyList<Markup>> rows, string empty = "")
    {
        var body = Markup.Join(rows.Select(Row));
        return body.Text.Length == 0
            ? Markup.Of($"<p class=\"soft\">{empty}</p>")
            : Markup.Of($"<table role=\"table\"><caption>{Caption}</caption><thead role=\"rowgroup\"><tr role=\"row\">{Titles.Select(Title)}</tr></thead><tbody role=\"rowgroup\">{body}</tbody></table>");
    }

    private static Markup Title(string title) => Markup.Of($"<th role=\"columnheader\" scope=\"col\">{title}</th>");

    private Markup Row(IReadOnlyList<Markup> cells) => Markup.Of($"<tr role=\"row\">{cells.Select(Cell)}</tr>");

    private Markup Cell(Markup cell, int column) => column == 0
        ? Markup.Of($"<th role=\"rowheader\" scope=\"row\">{cell}</th>")
        : Markup.Of($"<td role=\"cell\" data-title=\"{Titles[column]}\">{cell}</td>");
}
