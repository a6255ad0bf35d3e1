using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Partners;

/// <summary>Finding records as the products' own <c>Get</c> does, without its trap: an empty identity, which there means every record, is
/// refused (domain.md 4.3, 11.4).</summary>
public static class PartnerLookup
{
    /// <summary>The record of that name, else the only one with that application identifier; null when there is none.</summary>
    public static PartnerApplication? Find(IEnumerable<PartnerApplication> records, string server, string? identity)
    {
        if (string.IsNullOrWhiteSpace(identity))
        {
            throw new FaultException(FaultCatalogue.IdentityEmpty(server));
        }

        var all = records.Where(r => r.Server == server).ToImmutableArray();
        if (all.FirstOrDefault(r => r.Name.Equals(identity, StringComparison.OrdinalIgnoreCase)) is { } named)
        {
            return named;
        }

        var identified = all.Where(r => r.ApplicationIdentifier.Equals(identity, StringComparison.OrdinalIgnoreCase)).ToList();
        return identified.Count <= 1
            ? identified.FirstOrDefault()
            : throw new FaultException(FaultCatalogue.IdentityAmbiguous(server, identity, identified.Select(r => r.Name)));
    }
}
