using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>What somebody wants to know of one server.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Parts">Which parts.</param>
public sealed record ServerQuery(string Server, ServerParts Parts)
{
    /// <summary>Certificates to look for in the server's store, beside those that are bound.</summary>
    public ImmutableArray<Thumbprint> Certificates { get; init; } = [];

    /// <summary>Which partner applications and authorization servers, where these are asked for.</summary>
    public RecordFilter Records { get; init; } = RecordFilter.All;
}
