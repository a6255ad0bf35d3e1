using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>Which record a write may touch. A name alone is no guard: another may stand under it by now (domain.md 4.6).</summary>
public abstract record RecordGuard
{
    private RecordGuard()
    {
    }

    /// <summary>A new record, for a name and a partner of which there is none yet.</summary>
    /// <param name="InPlaceOf">The name of the record that gives way to this one, once it is sure, where it has its name or is about the same
    /// partner; null where none does.</param>
    public sealed record New(string? InPlaceOf = null) : RecordGuard
    {
        /// <summary>Names under which a record that says the same in everything is taken for the one that is wanted: its writing was interrupted,
        /// and nobody else calls it his.</summary>
        public ImmutableArray<string> Adoptable { get; init; } = [];

        /// <summary>Whether a record of that name may be the wanted one; names compare without case.</summary>
        public bool Adopts(string name) => Adoptable.Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The record that is there.</summary>
    /// <param name="Identity">For whom it was made; null where nobody remembers.</param>
    public sealed record Known(PartnerIdentity? Identity) : RecordGuard;
}
