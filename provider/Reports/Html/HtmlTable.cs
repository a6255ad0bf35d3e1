using System.Collections.Immutable;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Html;

/// <summary>A table that becomes a list of cards where there is little room. Its roles are written out: without them a table that is laid out
/// otherwise is none for a screen reader.</summary>
/// <param name="Caption">What it is of.</param>
/// <param name="Columns">What each is called, and how wide it is beside the others. The first cell of a row is the title of the row.</param>
public sealed record HtmlTable(string Caption, params ImmutableArray<(string Title, int Width)> Columns)
{
    /// <param name="rows">As many cells each as there are columns. A column without anything is left out.</param>
    /// <param name="empty">What is said where there are no rows.</param>
    public Markup Write(IEnumerable<IReadOnlyList<Markup>> rows, string empty)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return Markup.Of($"<p class=\"soft\">{empty}</p>");
        }

        var shown = Enumerable.Range(0, Columns.Length).Where(column => all.Exists(row => row[column].Text.Length > 0)).ToList();
        var whole = shown.Sum(column => Columns[column].Width);
        return Markup.Of($"""
            <table role="table"><caption>{Caption}</caption>
            <colgroup>{shown.Select(column => Markup.Of($"<col style=\"width: {100.0 * Columns[column].Width / whole}%\">"))}</colgroup>
            <thead role="rowgroup"><tr role="row">{shown.Select(column => Markup.Of($"<th role=\"columnheader\" scope=\"col\">{Columns[column].Title}</th>"))}</tr></thead>
            <tbody role="rowgroup">
            {all.Select(row => Row(row, shown))}</tbody></table>
            """);
    }

    private Markup Row(IReadOnlyList<Markup> cells, List<int> shown) =>
        Markup.Of($"<tr role=\"row\">{shown.Select(column => Cell(cells[column], column))}</tr>\n");

    private Markup Cell(Markup cell, int column) => column == 0
        ? Markup.Of($"<th role=\"rowheader\" scope=\"row\">{cell}</th>")
        : Markup.Of($"<td role=\"cell\" data-title=\"{Columns[column].Title}\">{cell}</td>");
}
