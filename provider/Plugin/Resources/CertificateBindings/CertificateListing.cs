using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.CertificateBindings;

/// <summary>The servers that have a signing certificate, in order of fqdn.</summary>
internal static class CertificateListing
{
    public static async IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation)
    {
        var asked = new InputReader(query);
        var (only, product) = (asked.Text("server"), asked.Choice<ServerProduct>("product"));
        var servers = operation.Installation.Servers.Values
            .Where(server => only.Value is null || server.Fqdn == Fqdns.Normalize(only.Value))
            .Where(server => product.Value is null || server.Product == product.Value)
            .Where(server => string.CompareOrdinal(server.Fqdn, after) > 0);
        foreach (var server in servers)
        {
            var record = await operation.FindCertificateBindingAsync(server);
            if (record?.Slots is { Current: not null } or { Next: not null })
            {
                yield return (server.Fqdn, server.Fqdn);
            }
        }
    }
}
