using System.Globalization;

namespace PartnerTrust.Benchmarks;

internal sealed class Table(params string[] header)
{
    private readonly List<string[]> rows = [header];

    public void Add(string name, TimeSpan value, TimeSpan reference) => rows.Add([name, Text(value), Text(reference), Ratio(value / reference)]);

    public void Add(string name, double value, double reference) => rows.Add([name, Text(value), Text(reference), Ratio(value / reference)]);

    public void Add(string name, TimeSpan value) => rows.Add([name, Text(value), "", ""]);

    /// <summary>Why something is not measured here.</summary>
    public void Say(string words) => rows.Add([words, "", "", ""]);

    public IReadOnlyList<string> Lines()
    {
        var widths = Enumerable.Range(0, header.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return [.. rows.Select(row => string.Join("  ", row.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))))];
    }

    private static string Text(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:F3} ms");

    private static string Text(double amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static string Ratio(double ratio) => string.Create(CultureInfo.InvariantCulture, $"x {ratio:F2}");
}
