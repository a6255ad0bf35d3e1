using System.Globalization;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>Spans of time as people type them: days, hours or minutes such as <c>3d</c>, <c>12h</c> or <c>30m</c>.</summary>
internal static class Spans
{
    public const string Forms = "days, hours or minutes such as 3d, 12h or 30m";

    private const int LongestCount = 36500;

    /// <summary>Null for what is no such span.</summary>
    public static TimeSpan? Parse(string text)
    {
        if (text.Length < 2 || !int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is 0 or > LongestCount)
        {
            return null;
        }

        return text[^1] switch
        {
            'd' => TimeSpan.FromDays(count),
            'h' => TimeSpan.FromHours(count),
            'm' => TimeSpan.FromMinutes(count),
            _ => null,
        };
    }
}
