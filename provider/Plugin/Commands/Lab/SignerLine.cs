using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary>Which certificates sign, after they were changed.</summary>
internal static class SignerLine
{
    public static string Of(string server, CertificateSlots slots) =>
        $"{server} signs with {slots.Current?.Thumbprint.Hex ?? "nothing"}; "
        + (slots.Previous is { } previous ? $"before it signed with {previous.Thumbprint}." : "it keeps none that signed before.");
}
