using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The ids by which resources are known and imported.</summary>
internal static class Identity
{
    /// <summary>The configured server of an id <c>fqdn</c>.</summary>
    public static Server Server(string id, Installation installation) =>
        installation.Find(id) ?? throw new FaultException(FaultCatalogue.ImportIdInvalid(id, "the fqdn of a configured server"));

    /// <summary>The same, where only servers of these products have the resource.</summary>
    public static Server Server(string id, Installation installation, ImmutableArray<ServerProduct> only) =>
        installation.Find(id) is { } server && only.Contains(server.Product)
            ? server
            : throw new FaultException(FaultCatalogue.ImportIdInvalid(id, $"the fqdn of a configured {string.Join(" or ", only)}"));

    /// <summary>The configured server and the name of an id <c>fqdn/name</c>.</summary>
    public static (Server Server, string Name) Named(string id, Installation installation) =>
        id.Split('/', 2) is [var fqdn, { Length: > 0 } name] && installation.Find(fqdn) is { } server
            ? (server, name)
            : throw new FaultException(FaultCatalogue.ImportIdInvalid(id, "\"fqdn/name\", with the fqdn of a configured server"));

    /// <summary>The id <c>fqdn/name</c> of the record that the inputs describe; null while they do not tell.</summary>
    public static string? OfRecord(PropertyMap inputs) =>
        inputs.TryText("server", out var server) && inputs.TryText("name", out var name) ? Of(server, name) : null;

    /// <summary>The id of what a server has one of; null while the inputs do not tell.</summary>
    public static string? OfServer(PropertyMap inputs) => inputs.TryText("server", out var server) ? Fqdns.Normalize(server) : null;

    public static string Of(string server, string name) => $"{Fqdns.Normalize(server)}/{name}";
}
