using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>The questions that are asked oftenest.</summary>
public static class ServerReading
{
    /// <summary>Null when nothing is bound.</summary>
    public static async Task<CertificateBindingRecord?> FindCertificateBindingAsync(
        this IServerReader reader, Server server, DateTimeOffset now, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.Certificates), progress, cancellationToken);
        return CertificateBindingRecord.Of(snapshot, server, now);
    }

    /// <summary>The server's global settings; the product's defaults where nothing was ever written (domain.md 1.3, 4.2).</summary>
    public static async Task<OAuthConfiguration> ReadSettingsAsync(
        this IServerReader reader, Server server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(new ServerQuery(server.Fqdn, ServerParts.Settings), progress, cancellationToken);
        return snapshot.Settings ?? OAuthConfigurationRules.Default(server);
    }

    /// <summary>The server's records, in order of name; a server has few.</summary>
    public static async Task<IReadOnlyList<AuthorizationServer>> ListAuthorizationServersAsync(
        this IServerReader reader, string server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var snapshot = await reader.ReadAsync(new ServerQuery(server, ServerParts.AuthorizationServers), progress, cancellationToken);
        return snapshot.AuthorizationServers;
    }

    /// <summary>Null when the server has no record of that name; names compare without case.</summary>
    public static async Task<AuthorizationServer?> FindAuthorizationServerAsync(
        this IServerReader reader, string server, string name, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await reader.ListAuthorizationServersAsync(server, progress, cancellationToken))
            .FirstOrDefault(record => record.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
