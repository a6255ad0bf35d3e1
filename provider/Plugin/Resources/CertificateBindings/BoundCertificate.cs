using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The certificate that a binding is about: the one it declared last while that is still in a slot, else what is staged, else what
/// signs.</summary>
internal sealed record BoundCertificate(SigningCertificate Certificate, bool IsNext)
{
    public static BoundCertificate Of(CertificateSlots slots, string? declared) => slots switch
    {
        { Current: { } current } when current.Thumbprint.Hex == declared => new BoundCertificate(current, IsNext: false),
        { Next: { } next } => new BoundCertificate(next, IsNext: true),
        _ => new BoundCertificate(slots.Current!, IsNext: false),
    };
}
