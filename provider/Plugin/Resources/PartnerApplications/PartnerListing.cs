using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>The partner applications of the configured servers, in order of id.</summary>
internal static class PartnerListing
{
    public static async IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation)
    {
        var asked = new InputReader(query);
        var (only, partner) = (asked.Text(PartnerProperties.Server), asked.Text(PartnerProperties.ApplicationIdentifier));
        var (afterServer, afterName) = after?.Split('/', 2) is [var fqdn, var rest] ? (fqdn, rest) : (null, null);
        var servers = operation.Installation.Servers.Values
            .Where(server => only.Value is null || server.Fqdn == Fqdns.Normalize(only.Value))
            .Where(server => server.Product != ServerProduct.TokenServer && string.CompareOrdinal(server.Fqdn, afterServer) >= 0);
        foreach (var server in servers)
        {
            var from = server.Fqdn == afterServer ? afterName : null;
            await foreach (var record in operation.Engine.Reader.ListPartnerApplicationsAsync(
                server.Fqdn, from, operation.Progress, operation.CancellationToken))
            {
                if (partner.Value is null || record.ApplicationIdentifier == partner.Value)
                {
                    yield return (Identity.Of(server.Fqdn, record.Name), record.Name);
                }
            }
        }
    }
}
