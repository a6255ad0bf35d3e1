using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Deletions, done to a copy of the trust to see what they make of it.</summary>
internal sealed class Rehearsals(ProviderSession session)
{
    /// <summary>The server that keeps the resource, if it keeps anything for it and is configured.</summary>
    public Server? ServerOf(ResourceType type, ResourceLookup lookup) =>
        type.ChangesServers ? session.Installation.Find(type.KeeperOf(lookup)) : null;

    public Task DeleteAsync(ResourceType type, string urn, ResourceLookup lookup, ITrustEngine copy, CancellationToken cancellationToken)
    {
        var request = new OperationRequest(urn, "", SecretTexts.None) { IsRehearsal = true };
        return type.DeleteAsync(lookup, new Operation(session, copy, request, Silence.Instance, cancellationToken));
    }
}
