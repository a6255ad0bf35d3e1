using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Succession;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What this process learns in the course of one preview or update: what the program declares, what is planned, and what takes the place
/// of what.</summary>
public sealed class ProgramRun : IDisposable
{
    public ProgramRun(ProviderSession session)
    {
        Session = session;
        Preview = new PreviewScope(session);
    }

    public ProviderSession Session { get; }

    /// <summary>What is planned while the process serves a preview.</summary>
    public PreviewScope Preview { get; }

    internal Declarations Declarations { get; } = new();

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

    /// <summary>Other settings count from now on: what was learnt is about other servers.</summary>
    public void Restart()
    {
        Preview.End();
        Successions.Clear();
        Declarations.Clear();
    }

    public void Dispose() => Preview.Dispose();
}
