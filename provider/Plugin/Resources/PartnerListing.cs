using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The partner applications of the configured servers, in order of id.</summary>
internal static class PartnerListing
{
    public static async IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation)
    {
        var (afterServer, afterName) = after?.Split('/', 2) is [var fqdn, var rest] ? (fqdn, rest) : (null, null);
        var servers = operation.Installation.Servers.Values
            .Where(server => query.Text("server") is not { } only || server.Fqdn == Fqdns.Normalize(only))
            .Where(server => server.Product != ServerProduct.TokenServer && string.CompareOrdinal(server.Fqdn, afterServer) >= 0);
        foreach (var server in servers)
        {
            var from = server.Fqdn == afterServer ? afterName : null;
            await foreach (var record in operation.Engine.Reader.ListPartnerApplicationsAsync(
                server.Fqdn, from, operation.Progress, operation.CancellationToken))
            {
                if (query.Text("applicationIdentifier") is not { } partner || record.ApplicationIdentifier == partner)
                {
                    yield return (Identity.Of(server.Fqdn, record.Name), record.Name);
                }
            }
        }
    }
}
