using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;

namespace PartnerTrust.Engines.Store.Memory;

/// <summary>Never leaves the store: it loads what is missing and begins the transaction again.</summary>
internal sealed class PartsNotLoadedException(ImmutableArray<ServerQuery> missing) : Exception("The copy does not hold that yet.")
{
    public ImmutableArray<ServerQuery> Missing { get; } = missing;
}
