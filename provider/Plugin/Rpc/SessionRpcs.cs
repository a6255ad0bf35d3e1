using PartnerTrust.Plugin.Components;
using PartnerTrust.Plugin.Functions;
using PartnerTrust.Plugin.Resources;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The handlers of all RPCs, over one session.</summary>
internal sealed class SessionRpcs
{
    public SessionRpcs(ProviderSession session, Action cancelAnswered)
    {
        Session = session;
        var registry = ResourceRegistry.Of(session.Schema);
        Negotiation = new NegotiationRpc(session, cancelAnswered);
        Configuration = new ConfigurationRpc(session);
        Resources = new ResourceRpc(session, registry);
        Functions = new FunctionRpc(session, FunctionRegistry.Of(session.Schema));
        Lists = new ListRpc(session, registry);
        Components = new ConstructRpc(session, ComponentRegistry.Of(session.Schema));
    }

    public ProviderSession Session { get; }

    public NegotiationRpc Negotiation { get; }

    public ConfigurationRpc Configuration { get; }

    public ResourceRpc Resources { get; }

    public FunctionRpc Functions { get; }

    public ListRpc Lists { get; }

    public ConstructRpc Components { get; }
}
