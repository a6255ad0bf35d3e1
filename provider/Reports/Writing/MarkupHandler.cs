using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PartnerTrust.Reports.Writing;

/// <summary>Makes <see cref="Markup"/> of an interpolated text.</summary>
[InterpolatedStringHandler]
public readonly ref struct MarkupHandler(int literalLength, int formattedCount)
{
    private readonly StringBuilder text = new(literalLength + (formattedCount * 24));

    public void AppendLiteral(string literal) => text.Append(literal);

    public void AppendFormatted(string? value) => text.Append(MarkupText.Escape(value ?? ""));

    public void AppendFormatted(Markup value) => text.Append(value.Text);

    public void AppendFormatted(IEnumerable<Markup> values) => text.AppendJoin("", values.Select(value => value.Text));

    public void AppendFormatted(int value) => text.Append(CultureInfo.InvariantCulture, $"{value}");

    /// <summary>Lengths of pictures need no more than tenths.</summary>
    public void AppendFormatted(double value) => text.Append(value.ToString("0.#", CultureInfo.InvariantCulture));

    internal Markup Finish() => new(text.ToString());
}
