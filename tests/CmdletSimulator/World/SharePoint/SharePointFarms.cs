using System.Collections.Concurrent;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>What SharePoint's configuration databases keep and has no place in a trust.</summary>
public sealed class SharePointFarms
{
    private readonly WorldStore store;
    private readonly ConcurrentDictionary<string, SharePointFarm> farms = new();

    internal SharePointFarms(WorldStore store) => this.store = store;

    public SharePointFarm Of(string server) => Of(store.Servers.Require(server));

    internal SharePointFarm Of(Server server) => farms.GetOrAdd(server.Fqdn, _ => new SharePointFarm(server.Realm));
}

/// <summary>One farm.</summary>
public sealed class SharePointFarm(string realm)
{
    public string Realm { get; set; } = realm;

    /// <summary>Certificates that chains may end at, by name.</summary>
    public ConcurrentDictionary<string, SigningCertificate> RootAuthorities { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What partners may do.</summary>
    public ConcurrentQueue<AppPermission> Permissions { get; } = new();

    /// <summary>By name of the issuer.</summary>
    public ConcurrentDictionary<string, string> Descriptions { get; } = new(StringComparer.OrdinalIgnoreCase);
}

/// <param name="NameIdentifier">Of the app principal.</param>
/// <param name="Site">URL of the web.</param>
/// <param name="Scope">For example <c>SiteSubscription</c>.</param>
/// <param name="Right">For example <c>FullControl</c>.</param>
/// <param name="IsAppOnly">Whether it holds without a user.</param>
public sealed record AppPermission(string NameIdentifier, string Site, string Scope, string Right, bool IsAppOnly);
