using System.Globalization;
using System.Text;
using PartnerTrust.Reports.Overview;
using static PartnerTrust.Reports.Calendar.CalendarLine;

namespace PartnerTrust.Reports.Calendar;

/// <summary>The rollovers of a trust as a calendar (iCalendar, RFC 5545). Made again, it updates the entries that calendars have of it.</summary>
public static class RolloverCalendar
{
    public static string Write(TrustOverview overview)
    {
        var calendar = new StringBuilder();
        Line(calendar, "BEGIN", "VCALENDAR");
        Line(calendar, "VERSION", "2.0");
        Line(calendar, "PRODID", "-//Pulumi.PartnerTrust//Rollover//EN");
        Line(calendar, "CALSCALE", "GREGORIAN");
        Line(calendar, "METHOD", "PUBLISH");
        Line(calendar, "X-WR-CALNAME", Text("Rollover of signing certificates"));
        foreach (var entry in RolloverEvents.Of(overview))
        {
            Append(calendar, entry, overview.Now);
        }

        Line(calendar, "END", "VCALENDAR");
        return calendar.ToString();
    }

    private static void Append(StringBuilder calendar, CalendarEntry entry, DateTimeOffset now)
    {
        Line(calendar, "BEGIN", "VEVENT");
        Line(calendar, "UID", entry.Uid);
        Line(calendar, "DTSTAMP", Moment(now));
        if (entry.IsDay)
        {
            Line(calendar, "DTSTART;VALUE=DATE", Day(entry.Time));
            Line(calendar, "DTEND;VALUE=DATE", Day(entry.Time.AddDays(1)));
        }
        else
        {
            Line(calendar, "DTSTART", Moment(entry.Time));
        }

        Line(calendar, "SUMMARY", Text(entry.Summary));
        Line(calendar, "DESCRIPTION", Text(entry.Description));
        Line(calendar, "TRANSP", "TRANSPARENT");
        if (entry.Alarm is { } before)
        {
            Line(calendar, "BEGIN", "VALARM");
            Line(calendar, "ACTION", "DISPLAY");
            Line(calendar, "TRIGGER", string.Create(CultureInfo.InvariantCulture, $"-P{before.TotalDays:0}D"));
            Line(calendar, "DESCRIPTION", Text(entry.Summary));
            Line(calendar, "END", "VALARM");
        }

        Line(calendar, "END", "VEVENT");
    }
}
