using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>Which certificates sign, after they were changed.</summary>
internal static class SignerLine
{
    public static string Of(string server, CertificateSlots slots) =>
        $"{server} signs with {Shown(slots.Current)}; before it signed with {Shown(slots.Previous)}.";

    private static string Shown(SigningCertificate? certificate) => certificate is null ? "nothing" : $"{certificate.Thumbprint}";
}
