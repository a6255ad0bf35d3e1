using PartnerTrust.Engines.Contract.Reading;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>A write that somebody asked for.</summary>
/// <param name="Query">What must be looked at to decide about it, and to see what became of it.</param>
/// <param name="DecideAsync">Applies the operation to a copy of what was found, and says what is to change. A refusal is a
/// <see cref="Trust.Faults.FaultException"/>.</param>
/// <typeparam name="T">What is written.</typeparam>
internal sealed record IntendedWrite<T>(ServerQuery Query, Func<TrustCopy, CancellationToken, Task<Intention<T>>> DecideAsync)
    where T : class;

/// <summary>What the operation means on the server.</summary>
/// <param name="Change">What is to change.</param>
/// <param name="See">What of it is there, in the eyes of whoever asked for it.</param>
internal sealed record Intention<T>(ServerChange Change, Func<ServerSight, T?> See)
    where T : class
{
    /// <summary>Adds to what is there what the server does not show of it, as it was written.</summary>
    public Func<T, T> AsWritten { get; init; } = seen => seen;

    /// <summary>Whether nothing is to be there in the end.</summary>
    public bool Removes { get; init; }
}
