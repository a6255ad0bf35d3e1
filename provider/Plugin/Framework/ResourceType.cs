using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>One kind of resource. What <c>schema.json</c> says of it (required, types, defaults, secrets, replacement) is done before these
/// are asked; here is only what the schema cannot say.</summary>
public abstract class ResourceType
{
    /// <summary>The last part of the token.</summary>
    public abstract string Name { get; }

    /// <summary>The input that is named automatically; null when there is none.</summary>
    public virtual string? AutoNamed => null;

    /// <summary>The id that a resource with these inputs has, or will have. Null while they do not tell, and where every resource has one of its
    /// own.</summary>
    public virtual string? IdOf(PropertyMap inputs) => null;

    /// <summary>The input by which resources of other providers go; null when there is none.</summary>
    public virtual string? SharedInput => null;

    /// <summary>The inputs with the defaults that depend on the server's product or configuration.</summary>
    public virtual PropertyMap WithDefaults(PropertyMap inputs, Installation installation) => inputs;

    /// <summary>Refuses what the schema cannot refuse; unknown values pass.</summary>
    public abstract void Check(ResourceCheck check);

    /// <summary>Adds the differences that the inputs alone do not show, and drops those that are none.</summary>
    public virtual Task DiffAsync(ResourceDiff diff, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The outputs that are known before anything is done.</summary>
    public abstract PropertyMap PreviewOutputs(ResourcePlan plan);

    /// <summary>Inputs of which the trust itself knows nothing: a plan can be proved while they are not known.</summary>
    public virtual ImmutableArray<string> InputsBesideTheTrust => [];

    /// <summary>What its inputs decide, for whoever must do without them: for example "what fqdn signs with".</summary>
    /// <param name="server">The server that it is about.</param>
    /// <param name="publishesWhatIsPlanned">Whether that server's document is known all the same.</param>
    public virtual string Decides(string server, bool publishesWhatIsPlanned) => $"what {server} keeps";

    /// <summary>Whether a plan of which not all is known may change what the server publishes.</summary>
    public virtual bool ChangesDocument(ResourcePlan plan) => false;

    /// <summary>The fqdn of the server of whose document it decides something that others read; null where it decides nothing of one.</summary>
    public virtual string? DecidesDocumentOf(PropertyMap inputs, Installation installation) => null;

    /// <summary>The fqdn of the configured server whose document is read when it is written; null when none is.</summary>
    public virtual string? ReadsDocumentOf(PropertyMap inputs, Installation installation) => null;

    /// <summary>Set where it decides, but for what the server publishes, only how that calls servers of another product.</summary>
    public virtual ServerProduct? Calls => null;

    /// <summary>Whether it publishes a document, at whatever host.</summary>
    public virtual bool Publishes => false;

    /// <summary>Whether it changes what a server keeps; one that does not leaves nothing open for others.</summary>
    public virtual bool ChangesServers => true;

    /// <summary>The inputs with what the plan itself tells of values that are not known before the update.</summary>
    public virtual Task<PropertyMap> PresumeAsync(PropertyMap inputs, Operation operation) => Task.FromResult(inputs);

    /// <summary>Does to a copy of the trust what is known of a plan of which not all is; true when the server's document is then what the update
    /// leaves.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="known">Its inputs, some of them unknown.</param>
    /// <param name="copy">The planned trust.</param>
    /// <param name="operation">The planning.</param>
    public virtual Task<bool> PlanKnownAsync(ResourcePlan plan, PropertyMap known, ITrustEngine copy, Operation operation) =>
        Task.FromResult(!ChangesDocument(plan));

    /// <summary>Tells what is to be told where some of the inputs are not known.</summary>
    public virtual Task TellUnknownAsync(ResourcePlan plan, PropertyMap known, Operation operation) => Task.CompletedTask;

    /// <summary>Outputs that are others whenever a key is another, although they do not name it.</summary>
    public virtual ImmutableArray<string> DigestsOfKeys => [];

    /// <summary>Does to a copy of the trust what the update will do to the real one. Null when there is nothing to foretell from that.</summary>
    public virtual async Task<ResourceState?> PlanAsync(ResourcePlan plan, Operation operation) => plan.OldInputs is { } old
        ? await UpdateAsync(new ResourceChange(plan.Id, old, plan.OldOutputs, plan.Inputs), operation)
        : await CreateAsync(plan.Creation, operation);

    /// <summary>Makes the resource. What it takes the place of (<see cref="ResourceCreation.Predecessor"/>) is still there, and is deleted later
    /// where it is another; where the two cannot stand side by side, the new one takes over in one step.</summary>
    public abstract Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation);

    /// <summary>Null when there is no such resource any more.</summary>
    public abstract Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation);

    public abstract Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation);

    /// <summary>The server that keeps the resource, as the state remembers it; null where nothing names one.</summary>
    public virtual string? KeeperOf(ResourceLookup lookup) => RecordedServerOf(lookup) ?? Identity.Parts(lookup.Id).Server;

    /// <summary>What stays on a server that cannot be reached any more when the resource is let go; null when nothing does.</summary>
    public virtual Remainder? RemainderOf(ResourceLookup lookup) => null;

    /// <summary>Removing what is absent succeeds.</summary>
    public abstract Task DeleteAsync(ResourceLookup lookup, Operation operation);

    private protected static string? RecordedServerOf(ResourceLookup lookup) =>
        lookup.Outputs.Text(Identity.Server) ?? lookup.Inputs.Text(Identity.Server);
}
