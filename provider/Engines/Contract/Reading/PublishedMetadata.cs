using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>A URL at which a server publishes its document.</summary>
/// <param name="Url">Where.</param>
/// <param name="Document">What it says there now; null when the server can make no document.</param>
/// <param name="Obstacle">Why it can make none; null when it can.</param>
public sealed record PublishedMetadata(Uri Url, AuthMetadataDocument? Document, Fault? Obstacle);
