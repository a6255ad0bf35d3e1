using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Succession;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What this process learns in the course of one preview or update: what the program declares, what is planned, and what takes the place
/// of what.</summary>
public sealed class ProgramRun : IDisposable
{
    private readonly ConcurrentDictionary<string, ReplacedResource> replaced = new(StringComparer.Ordinal);

    public ProgramRun(ProviderSession session)
    {
        Session = session;
        Preview = new PreviewScope(session);
        Removals = new RemovalReview(session);
        Declarations = new Declarations(() => session.Board);
    }

    public ProviderSession Session { get; }

    /// <summary>What is planned while the process serves a preview.</summary>
    public PreviewScope Preview { get; }

    /// <summary>What deletions stop.</summary>
    internal RemovalReview Removals { get; }

    internal Declarations Declarations { get; }

    internal DocumentOrder Order { get; } = new();

    internal Successions Successions { get; } = new();

    internal Predecessors Predecessors { get; } = new();

    /// <summary>Runs operations of the session.</summary>
    internal OperationRunner Operations => new(Session);

    /// <summary>The engine to ask about what will be when a resource's turn comes: in a preview the planned trust, else the real one.</summary>
    public async ValueTask<ITrustEngine> OpenPlanningEngineAsync(CancellationToken cancellationToken) =>
        Preview.Planned?.Engine ?? await Session.OpenEngineAsync(cancellationToken);

    /// <summary>The same for who may ask in a preview before anything is planned.</summary>
    public async ValueTask<ITrustEngine> BeginPlanningEngineAsync(CancellationToken cancellationToken) =>
        (await Preview.BeginAsync("", cancellationToken))?.Engine ?? await Session.OpenEngineAsync(cancellationToken);

    /// <summary>What the comparison of a resource with its program gave.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="resource">The resource as it is, where the update replaces it; else null.</param>
    internal void Compared(string urn, ReplacedResource? resource)
    {
        if (resource is null)
        {
            replaced.TryRemove(urn, out _);
        }
        else
        {
            replaced[urn] = resource;
        }
    }

    /// <summary>A resource that holds an id which another would take, and which the update replaces as well.</summary>
    internal ReplacedResource? FindReplaced(ResourceType type, string? id, string urn) => replaced.Values.FirstOrDefault(resource =>
        resource.Type == type && resource.Urn != urn && string.Equals(resource.Lookup.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the update will delete because another takes its place; the next time, what was compared since.</summary>
    internal IReadOnlyCollection<ReplacedResource> TakeReplaced()
    {
        var taken = replaced.Values.OrderBy(resource => resource.Urn, StringComparer.Ordinal).ToList();
        replaced.Clear();
        return taken;
    }

    /// <summary>Other settings count from now on: what was learnt is about other servers.</summary>
    public void Restart()
    {
        Preview.Restart();
        Successions.Clear();
        Declarations.Clear();
        Order.Clear();
        Removals.Forget();
        replaced.Clear();
    }

    /// <summary>A real operation begins that makes or changes something.</summary>
    internal void BeginWrite()
    {
        Preview.End();
        Removals.Forget();
    }

    public void Dispose()
    {
        Preview.Dispose();
        Removals.Dispose();
    }
}
