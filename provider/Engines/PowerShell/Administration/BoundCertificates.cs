using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Which certificates a server names as its own, whether anybody has them or not.</summary>
/// <param name="Previous">What signed before.</param>
/// <param name="Current">What signs.</param>
/// <param name="Next">What is staged.</param>
/// <param name="NextEffectiveDate">When that takes effect; null exactly when nothing is staged.</param>
internal sealed record BoundCertificates(Thumbprint? Previous, Thumbprint? Current, Thumbprint? Next, DateTimeOffset? NextEffectiveDate)
{
    public static BoundCertificates None { get; } = new(null, null, null, null);

    /// <summary>Since when the current one signs; null where the server does not tell.</summary>
    public DateTimeOffset? CurrentSince { get; init; }

    public IEnumerable<Thumbprint> All
    {
        get
        {
            Thumbprint?[] generations = [Current, Next, Previous];
            return generations.OfType<Thumbprint>().Distinct();
        }
    }
}
