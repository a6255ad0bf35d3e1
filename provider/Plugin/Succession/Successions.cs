using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Succession;

/// <summary>
/// Which of several resources with one id is the one that stands, so that the deletion of another, which comes later, takes nothing from it.
/// A replacement is made before what it replaces is deleted; a resource under a new name, without an alias, reaches the plugin without a
/// word about the old one; and a deletion that an earlier update did not get to comes with the next. Each is therefore marked when it is
/// made, among its outputs and in the engine's store, since the deletion may reach another process. Engines without a store remember for as
/// long as the process lives.
/// </summary>
internal sealed class Successions
{
    // Two underscores: the engine keeps such an output and shows it to nobody.
    private const string Mark = "__instance";

    private readonly ConcurrentDictionary<(string Type, string Id), string> seen = new();

    /// <summary>The outputs of what has just been made or changed, which from now on is what stands. It keeps the mark that it was recorded
    /// with.</summary>
    public async Task<PropertyMap> WrittenAsync(
        ITrustEngine engine, string type, string id, string urn, PropertyMap outputs, PropertyMap recorded, CancellationToken cancellationToken)
    {
        var mark = MarkOf(recorded) ?? Guid.NewGuid().ToString("D");
        seen[(type, id)] = mark;
        if (engine.Ledger is { } ledger)
        {
            await ledger.SetMarkAsync(type, id, mark, urn, cancellationToken);
        }

        return outputs.Set(Mark, mark);
    }

    /// <summary>The outputs of what was read, marked as it was recorded; what is imported stands from now on.</summary>
    public async Task<PropertyMap> ReadAsync(
        ITrustEngine engine, string type, string id, PropertyMap outputs, PropertyMap recorded, CancellationToken cancellationToken)
    {
        var mark = MarkOf(recorded) ?? await StandingAsync(engine, type, id, cancellationToken);
        return mark is null ? outputs : outputs.Set(Mark, mark);
    }

    /// <summary>That the program declares the resource of which these are the recorded outputs.</summary>
    public void Declared(string type, string id, PropertyMap recorded)
    {
        if (MarkOf(recorded) is { } mark)
        {
            seen[(type, id)] = mark;
        }
    }

    /// <summary>The mark of another of the same id that stands where the one with these outputs is to be deleted; null when it is this one that
    /// stands.</summary>
    public async Task<string?> FindSuccessorAsync(
        ITrustEngine engine, string type, string id, PropertyMap recorded, CancellationToken cancellationToken) =>
        await StandingAsync(engine, type, id, cancellationToken) is { } standing && standing != MarkOf(recorded) ? standing : null;

    /// <summary>Whether this process has seen it made or declared.</summary>
    public bool Knows(string type, string id, string mark) => seen.GetValueOrDefault((type, id)) == mark;

    /// <summary>Whether what has that id belongs to no resource that is known here.</summary>
    public async Task<bool> IsNobodysAsync(ITrustEngine engine, string type, string id, CancellationToken cancellationToken) =>
        await StandingAsync(engine, type, id, cancellationToken) is null;

    public async Task DeletedAsync(ITrustEngine engine, string type, string id, CancellationToken cancellationToken)
    {
        seen.TryRemove((type, id), out _);
        if (engine.Ledger is { } ledger)
        {
            await ledger.RemoveMarkAsync(type, id, cancellationToken);
        }
    }

    public void Clear() => seen.Clear();

    private async Task<string?> StandingAsync(ITrustEngine engine, string type, string id, CancellationToken cancellationToken) =>
        engine.Ledger is { } ledger && await ledger.FindMarkAsync(type, id, cancellationToken) is { Length: > 0 } mark
            ? mark
            : seen.GetValueOrDefault((type, id));

    private static string? MarkOf(PropertyMap outputs) =>
        outputs.TryGetValue(Mark, out var mark) && mark.Unwrap() is TextValue text ? text.Value : null;
}
