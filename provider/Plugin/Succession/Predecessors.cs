using System.Collections.Concurrent;
using Google.Protobuf;
using PartnerTrust.Engines.Contract;

namespace PartnerTrust.Plugin.Succession;

/// <summary>
/// In whose place a resource is created. A creation says nothing of it. Where Diff decided to replace, the registration began with a Check that
/// brought the inputs of what is there; a replacement that is asked for on the command line (<c>--target-replace</c>, <c>state taint</c>) is
/// checked and created as if there were nothing, and only the engine's store knows under which id that URN was written.
/// </summary>
internal sealed class Predecessors
{
    private readonly ConcurrentDictionary<string, (ByteString Seed, string? Id)> known = new(StringComparer.Ordinal);

    /// <summary>A registration is checked. One that replaces is checked again without what it replaces, and with the same seed.</summary>
    /// <param name="urn">Whose.</param>
    /// <param name="seed">The same for as long as the registration lasts.</param>
    /// <param name="id">The id of what is there; null when the engine says nothing of it.</param>
    public void Checked(string urn, ByteString seed, string? id)
    {
        if (id is not null || !known.TryGetValue(urn, out var before) || before.Seed != seed)
        {
            known[urn] = (seed, id);
        }
    }

    /// <summary>It is changed or deleted: what is created under this URN afterwards replaces nothing.</summary>
    public void Forget(string urn) => known.TryRemove(urn, out _);

    /// <summary>The id of what a creation under this URN replaces; null when it replaces nothing.</summary>
    public async Task<string?> FindAsync(ITrustEngine engine, string type, string urn, CancellationToken cancellationToken)
    {
        if (known.TryRemove(urn, out var before) && before.Id is { } id)
        {
            return id;
        }

        return engine.Ledger is { } ledger && await ledger.FindIdAsync(type, urn, cancellationToken) is { Length: > 0 } written ? written : null;
    }
}
