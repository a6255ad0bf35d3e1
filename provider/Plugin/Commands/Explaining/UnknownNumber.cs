using System.Collections.Immutable;
using System.Globalization;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>A number that does not exist.</summary>
/// <param name="Number">The number, for example <c>PT5205</c>.</param>
/// <param name="Nearest">Those that may have been meant: with the same digits in another order, then by distance.</param>
internal sealed record UnknownNumber(string Number, ImmutableArray<string> Nearest)
{
    private const int Offered = 3;

    public static UnknownNumber Among(IEnumerable<string> numbers, string number) => new(number,
    [
        .. numbers.OrderByDescending(other => other.Order().SequenceEqual(number.Order()))
            .ThenBy(other => Math.Abs(ValueOf(other) - ValueOf(number)))
            .ThenBy(other => other, StringComparer.Ordinal)
            .Take(Offered),
    ]);

    private static int ValueOf(string number) => int.Parse(number.AsSpan(2), CultureInfo.InvariantCulture);
}
