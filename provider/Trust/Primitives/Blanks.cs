using System.Globalization;
using System.Text;

namespace PartnerTrust.Trust.Primitives;

/// <summary>Texts in which there is nothing to see.</summary>
public static class Blanks
{
    /// <summary>Whether the text is empty, or all blanks, control characters and marks without a width.</summary>
    public static bool Are(string text) => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned);
}
