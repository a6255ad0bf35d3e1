using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The ids by which resources are known and imported: <c>fqdn</c> of what a server has one of, <c>fqdn/name</c> of its records.</summary>
internal static class Identity
{
    /// <summary>The input that names the server.</summary>
    public const string Server = "server";

    /// <summary>The input that names a record.</summary>
    public const string Name = "name";

    /// <summary>The configured server of an id <c>fqdn</c>.</summary>
    public static Server ServerOf(string id, Installation installation) =>
        installation.Find(id) ?? throw new FaultException(FaultCatalogue.ImportIdInvalid(id, "the fqdn of a configured server"));

    /// <summary>The same, where only servers of these products have the resource.</summary>
    public static Server ServerOf(string id, Installation installation, ImmutableArray<ServerProduct> only) =>
        installation.Find(id) is { } server && only.Contains(server.Product)
            ? server
            : throw new FaultException(FaultCatalogue.ImportIdInvalid(id, $"the fqdn of a configured {string.Join(" or ", only)}"));

    /// <summary>The configured server and the name of an id <c>fqdn/name</c>.</summary>
    public static (Server Server, string Name) RecordOf(string id, Installation installation) =>
        id.Split('/', 2) is [var fqdn, { Length: > 0 } name] && installation.Find(fqdn) is { } server
            ? (server, name)
            : throw new FaultException(FaultCatalogue.ImportIdInvalid(id, "\"fqdn/name\", with the fqdn of a configured server"));

    /// <summary>The server and the name in an id <c>fqdn/name</c>, whether or not the server is configured.</summary>
    public static (string Server, string Name) Parts(string id) =>
        id.Split('/', 2) is [var fqdn, var name] ? (Fqdns.Normalize(fqdn), name) : (Fqdns.Normalize(id), "");

    public static string Of(string server, string name) => $"{Fqdns.Normalize(server)}/{name}";

    /// <summary>The id <c>fqdn/name</c> of the record that the inputs describe; null while they do not tell.</summary>
    public static string? OfRecord(PropertyMap inputs) =>
        inputs.TryText(Server, out var fqdn) && inputs.TryText(Name, out var name) ? Of(fqdn, name) : null;

    public static string OfServer(string server) => Fqdns.Normalize(server);

    /// <summary>The id of what the server that the inputs name has one of; null while they do not tell.</summary>
    public static string? OfServer(PropertyMap inputs) => inputs.TryText(Server, out var fqdn) ? OfServer(fqdn) : null;
}
