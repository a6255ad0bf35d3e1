using PartnerTrust.Plugin.Components;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Functions;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Session;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The handlers of all RPCs, over one session.</summary>
internal sealed class SessionRpcs : IAsyncDisposable
{
    private readonly ProgramRun run;

    public SessionRpcs(ProviderSession session, Action cancelAnswered)
    {
        run = new ProgramRun(session);
        var registry = AllResources.Of(run);
        Negotiation = new NegotiationRpc(session, stop => Previews!.EndAsync(stop), cancelAnswered);
        Configuration = new ConfigurationRpc(run, () => Previews!.Leave());
        Resources = new ResourceRpc(run, registry);
        Previews = new SharedPreview(run, Resources, new FunctionRpc(run, FunctionRegistry.Of(session.Schema)));
        Lists = new ListRpc(run, registry);
        Deletions = new PlannedDeletions(run, registry);
        Components = new ConstructRpc(session, ComponentRegistry.Of(session.Schema));
    }

    public ProviderSession Session => run.Session;

    public NegotiationRpc Negotiation { get; }

    public ConfigurationRpc Configuration { get; }

    public ResourceRpc Resources { get; }

    /// <summary>What may belong to a preview that several sessions serve.</summary>
    public SharedPreview Previews { get; }

    public ListRpc Lists { get; }

    public ConstructRpc Components { get; }

    /// <summary>What no RPC asks for.</summary>
    public PlannedDeletions Deletions { get; }

    /// <summary>The session ends with them.</summary>
    public ValueTask DisposeAsync()
    {
        Previews.Dispose();
        run.Dispose();
        return Session.DisposeAsync();
    }
}
