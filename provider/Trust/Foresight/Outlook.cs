namespace PartnerTrust.Trust.Foresight;

/// <summary>The time that is looked over.</summary>
/// <param name="After">What has changed by then is no news.</param>
/// <param name="Until">The last moment that is looked at.</param>
internal readonly record struct Outlook(DateTimeOffset After, DateTimeOffset Until)
{
    private static readonly TimeSpan Tick = TimeSpan.FromTicks(1);

    // So near the end of the calendar, the end of a token could not be told.
    private static readonly DateTimeOffset Last = DateTimeOffset.MaxValue - TimeSpan.FromDays(2);

    /// <summary>The same for any times, up to two days before the end of the calendar.</summary>
    public static Outlook Of(DateTimeOffset after, DateTimeOffset until) => new(after, until < Last ? until : Last);

    public Outlook Before(DateTimeOffset time) => this with { Until = time - Tick };

    public Outlook From(DateTimeOffset time) => this with { After = time };

    /// <summary>The first whole second, UTC, at which a thing is so that is so from <paramref name="time"/> on, or a little earlier; null where that
    /// is no news, or too far away.</summary>
    public DateTimeOffset? SecondFrom(DateTimeOffset time, TimeSpan earlier = default) =>
        time - After > earlier && time - Until <= earlier ? SecondAfter(time - earlier - Tick) : null;

    /// <summary>The first whole second, UTC, at which a thing is over that is so up to <paramref name="time"/> and at it.</summary>
    public DateTimeOffset? SecondPast(DateTimeOffset time) => time >= After && time < Until ? SecondAfter(time) : null;

    private static DateTimeOffset SecondAfter(DateTimeOffset time) =>
        new((time.UtcTicks / TimeSpan.TicksPerSecond + 1) * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
