using System.Globalization;
using System.Text;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Calendar;

/// <summary>Content lines of iCalendar (RFC 5545, 3.1): folded at 75 octets, ended by CR and LF.</summary>
internal static class CalendarLine
{
    private const int MostOctets = 75;

    public static void Line(StringBuilder calendar, string property, string value)
    {
        var octets = 0;
        foreach (var rune in $"{property}:{value}".EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                calendar.Append("\r\n ");
                octets = 1;
            }

            calendar.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        calendar.Append("\r\n");
    }

    /// <summary>Text as a value (3.3.11).</summary>
    public static string Text(string text) => string.Concat(PlainText.RunesOf(text.ReplaceLineEndings("\n")).Select(rune => rune.Value switch
    {
        '\\' => @"\\",
        ';' => @"\;",
        ',' => @"\,",
        '\n' => @"\n",
        _ => rune.ToString(),
    }));

    /// <summary>A moment (3.3.5), in UTC.</summary>
    public static string Moment(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A whole day (3.3.4).</summary>
    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
