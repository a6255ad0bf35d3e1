using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>An entry of the setting <c>servers</c>.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Given">What it says.</param>
/// <param name="Server">The server that it describes by itself, whatever deployment it belongs to.</param>
internal sealed record ServerEntry(PropertyPath Path, PropertyMap Given, Server Server)
{
    /// <summary>The fqdn of the entry that stands for the deployment to which this server belongs; null where that is not said.</summary>
    public string? Deployment => Given.Text(DeploymentName) is { } name ? Fqdns.Normalize(name) : null;

    /// <summary>Whether the server belongs to a deployment for which another entry stands.</summary>
    public bool IsPart => Deployment is { } deployment && deployment != Server.Fqdn;

    /// <summary>The fqdn of the server that stands for it.</summary>
    public string Whole => Deployment ?? Server.Fqdn;

    internal const string DeploymentName = "deployment";

    public string Of(string property) => Path.Then(property).ToString();
}
