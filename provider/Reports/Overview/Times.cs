using System.Globalization;

namespace PartnerTrust.Reports.Overview;

/// <summary>Times and spans as reports write them: UTC, in no language's habits.</summary>
public static class Times
{
    /// <summary>RFC 3339, for programs.</summary>
    public static string Exact(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Minute(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm' UTC'", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whole days to a time, those that have begun not counted; negative when it is over.</summary>
    public static int DaysTo(DateTimeOffset time, DateTimeOffset now) => (int)Math.Floor((time - now).TotalDays);

    /// <summary>How far off a time is: <c>in 12 days</c>, <c>in 3 hours</c>, <c>2 days ago</c>.</summary>
    public static string Left(DateTimeOffset time, DateTimeOffset now)
    {
        var span = (time - now).Duration();
        var (count, unit) = span.TotalDays >= 1 ? ((int)span.TotalDays, "day")
            : span.TotalHours >= 1 ? ((int)span.TotalHours, "hour")
            : ((int)span.TotalMinutes, "minute");
        var text = Headline.Count(count, unit);
        return time < now ? $"{text} ago" : $"in {text}";
    }
}
