using System.Collections.Concurrent;
using System.Collections.Immutable;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>What Lync's Central Management store keeps and has no place in a trust.</summary>
public sealed class LyncDeployments
{
    private readonly WorldStore store;
    private readonly ConcurrentDictionary<string, LyncDeployment> deployments = new();

    internal LyncDeployments(WorldStore store) => this.store = store;

    public LyncDeployment Of(string server) => Of(store.Servers.Require(server));

    internal LyncDeployment Of(Server server) => deployments.GetOrAdd(server.Fqdn, _ => new LyncDeployment(server));
}

/// <summary>One Lync or Skype for Business deployment.</summary>
public sealed class LyncDeployment(Server server)
{
    /// <summary>The default one first.</summary>
    public ImmutableArray<string> SipDomains { get; set; } = [server.Realm];

    /// <summary>Replicas that lag behind.</summary>
    public ConcurrentDictionary<string, bool> StaleReplicas { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a staged certificate hides the reference of the one that signs until then. How real servers show it is not known.</summary>
    public bool ShowsStagedAlone { get; set; }

    public string? ClientAuthorizationOAuthServerIdentity { get; set; }

    public string ClientAdalAuthOverride { get; set; } = "NoOverride";

    public string? AlternateAudienceUrl { get; set; }

    public string? AdditionalAudienceUrls { get; set; }

    /// <summary>By name: what an authorization server's record holds beside its keys.</summary>
    internal ConcurrentDictionary<string, OAuthServerSettings> OAuthServers { get; } = new(StringComparer.OrdinalIgnoreCase);
}

internal sealed record OAuthServerSettings(string Type = "Acs", bool AcceptsSecurityIdentifiers = false, string? AuthorizationUriOverride = null);
