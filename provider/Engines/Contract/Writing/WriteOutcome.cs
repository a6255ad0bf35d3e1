using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>What became of a write. A cancellation before anything was sent is an <see cref="OperationCanceledException"/> instead.</summary>
/// <typeparam name="T">What was to be written, or removed.</typeparam>
public abstract record WriteOutcome<T>
    where T : class
{
    private WriteOutcome()
    {
    }

    /// <summary>It is as it was wanted.</summary>
    /// <param name="Now">What is there now, what the server does not show of it as it was written; null after a removal.</param>
    public sealed record Done(T? Now) : WriteOutcome<T>
    {
        /// <summary>What was left all the same, because the product cannot do it: warnings.</summary>
        public ImmutableArray<Fault> Remarks { get; init; } = [];
    }

    /// <summary>Nothing happened, and this is why.</summary>
    public sealed record Refused(ImmutableArray<Fault> Faults) : WriteOutcome<T>;

    /// <summary>It began and did not come to its end.</summary>
    /// <param name="Fault">What interrupted it.</param>
    /// <param name="Seen">What was seen afterwards; null where nothing is known.</param>
    public sealed record Interrupted(Fault Fault, Sighting<T>? Seen) : WriteOutcome<T>;
}

/// <summary>What somebody saw who looked.</summary>
/// <param name="Found">Null when there was nothing.</param>
public sealed record Sighting<T>(T? Found)
    where T : class;
