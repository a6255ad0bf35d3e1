namespace PartnerTrust.Reports.Overview;

/// <summary>How near an end may come before it is told.</summary>
/// <param name="Warning">From this time before it on, it is a warning.</param>
/// <param name="Critical">From this time before it on, it is critical.</param>
public sealed record Thresholds(TimeSpan Warning, TimeSpan Critical)
{
    /// <summary>60 days, as <c>renewBeforeDays</c> of a certificate, and 14.</summary>
    public static Thresholds Default { get; } = new(TimeSpan.FromDays(60), TimeSpan.FromDays(14));

    /// <summary>Of something that ends at a time; what never ends is well.</summary>
    public Severity Of(DateTimeOffset? end, DateTimeOffset now) =>
        end is not { } time ? Severity.Well
        : time - now <= Critical ? Severity.Critical
        : time - now <= Warning ? Severity.Warning
        : Severity.Well;
}
