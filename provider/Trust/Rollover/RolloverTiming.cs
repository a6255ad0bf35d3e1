using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Rollover;

/// <summary>The times that a rollover must respect (domain.md 2.1, 5.4).</summary>
internal static class RolloverTiming
{
    /// <summary>The longest life of a token among the products, and the difference of clocks that is let pass.</summary>
    public static readonly TimeSpan LongestToken = TimeSpan.FromHours(12) + TimeSpan.FromMinutes(5);

    public static DateTimeOffset EarliestSwitch(ServerProduct product, DateTimeOffset now) => now + ProductLifecycle.Of(product).LeadTime;

    /// <summary>After that, the last token signed with the old key would outlive it.</summary>
    public static DateTimeOffset LatestSwitch(ServerProduct product, SigningCertificate current)
    {
        var lifecycle = ProductLifecycle.Of(product);
        var used = lifecycle.ActivationDelay + LongestToken;
        return current.NotAfter - (used > lifecycle.Overlap ? used : lifecycle.Overlap);
    }

    public static DateTimeOffset Retirement(ServerProduct product, DateTimeOffset switched) =>
        switched + ProductLifecycle.Of(product).ActivationDelay + LongestToken;
}
