namespace PartnerTrust.Emulator.Lab;

/// <param name="Page">The status page.</param>
/// <param name="HttpsPort">Where the servers answer on loopback, each under its own name.</param>
public sealed record LabAddresses(Uri Page, int HttpsPort);
