using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Tests;

/// <summary>Trusts to tell of.</summary>
internal static partial class Samples
{
    public static readonly TrustState Sound = States.TwoWay with { Mailboxes = States.TwoWay.Mailboxes.Add(Estate.Ken.SipUri, Estate.Ken) };

    /// <summary>Lync signs with a key that Exchange has not heard of.</summary>
    public static TrustState Rolled => Sound.Holding(Estate.Lync.Fqdn, new CertificateSlots(States.LyncKey, Certs.Valid(3), null, null));

    public static TrustOverview Overview(TrustState state, DateTimeOffset? now = null) =>
        Overview(new Observation("a sample", state, now ?? Certs.Now));

    public static TrustOverview Overview(Observation observation, Thresholds? thresholds = null) =>
        TrustOverview.Of(observation, thresholds ?? Thresholds.Default);

    /// <summary>The part of the headline that tells until when all works, with what separates it.</summary>
    public static string EndIn(TrustOverview overview) =>
        Headline.Of(overview).Split("; ").FirstOrDefault(part => part.StartsWith("from ", StringComparison.Ordinal)) is { } part ? part + "; " : "; never there";
}
