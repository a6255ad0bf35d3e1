namespace PartnerTrust.Emulator.Lab;

/// <param name="HttpsPort">Where the servers answer on loopback.</param>
/// <param name="Authority">The certificate behind their TLS, in PEM form.</param>
internal sealed record LabSite(int HttpsPort, string Authority);
