using System.Text;
using Ical.Net.CalendarComponents;
using PartnerTrust.Reports.Calendar;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Tests.Calendar;

/// <summary>The calendar as a parser reads it that is not ours (Ical.Net).</summary>
public sealed class RolloverCalendarTests
{
    public static TheoryData<string> Trusts => [.. Samples.Names];

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Every_step_and_every_end_is_read_back_at_its_time(string trust)
    {
        var overview = Samples.Of(trust);

        var read = Read(overview);

        var steps = RolloverReport.AllOf(overview).SelectMany(rollover => rollover.Steps).ToList();
        Assert.All(steps, step => Assert.Contains(
            read,
            entry => Start(entry).Date == step.NotBefore.UtcDateTime.Date
                && Samples.Shown(entry.Description!).Contains(Samples.Shown(step.Detail), StringComparison.Ordinal)));
        var ends = overview.Certificates.Where(certificate => certificate.Slot != CertificateSlot.Previous)
            .Select(one => one.Certificate.NotAfter.UtcDateTime);
        Assert.Equal(
            ends.Order(), read.Where(entry => entry.Summary!.EndsWith("certificate ends", StringComparison.Ordinal)).Select(Start).Order());
        Assert.Equal(read.Count, read.Select(entry => entry.Uid).Distinct().Count());
        Assert.All(read, entry => Assert.Equal(overview.Now.UtcDateTime, entry.DtStamp!.AsUtc));
    }

    [Fact]
    public void The_last_safe_day_is_safe_to_its_end_and_reminds()
    {
        var overview = Samples.Of("sound");
        var safe = Read(overview).Where(entry => entry.Summary!.Contains("last safe day", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, safe.Count);
        Assert.All(safe, entry =>
        {
            var rollover = RolloverReport.AllOf(overview).Single(one => entry.Summary!.StartsWith(one.Server.Fqdn, StringComparison.Ordinal));
            Assert.True(entry.IsAllDay);
            Assert.True(Start(entry).AddDays(1) <= rollover.Forecast.LastSafe!.Value.UtcDateTime);
            Assert.Single(entry.Alarms);
        });
    }

    [Fact]
    public void A_calendar_that_is_made_again_updates_the_entries_of_the_one_before()
    {
        static IEnumerable<string> Ids(DateTimeOffset now) =>
            Read(Samples.Overview(Samples.Sound, now)).Select(entry => entry.Uid!).Order(StringComparer.Ordinal);

        Assert.Equal(RolloverCalendar.Write(Samples.Of("sound")), RolloverCalendar.Write(Samples.Of("sound")));
        Assert.Equal(Ids(Certs.Now), Ids(Certs.Now.AddDays(30)));
    }

    [Theory]
    [MemberData(nameof(Trusts))]
    public void Lines_are_no_longer_than_75_octets_and_end_with_CR_and_LF(string trust)
    {
        var text = RolloverCalendar.Write(Samples.Of(trust));

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
    }

    [Fact]
    public void What_is_over_stands_in_no_calendar()
    {
        var expired = Read(Samples.Overview(Samples.Sound, Certs.Now.AddDays(400)));

        Assert.DoesNotContain(expired, entry => Start(entry) < Certs.Now.AddDays(399).UtcDateTime);
    }

    private static List<CalendarEvent> Read(TrustOverview overview) =>
        [.. Ical.Net.Calendar.Load(RolloverCalendar.Write(overview))!.Events];

    private static DateTime Start(CalendarEvent entry) => entry.IsAllDay ? entry.DtStart!.Value.Date : entry.DtStart!.AsUtc;
}
