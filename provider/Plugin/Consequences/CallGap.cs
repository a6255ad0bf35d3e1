namespace PartnerTrust.Plugin.Consequences;

/// <summary>A call that works before and after, and is refused between two operations.</summary>
/// <param name="Stop">The one that stops it.</param>
/// <param name="Urn">The resource whose operation lets it work again.</param>
internal sealed record CallGap(CallStop Stop, string Urn);
