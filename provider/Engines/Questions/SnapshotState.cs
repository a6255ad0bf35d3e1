using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Questions;

/// <summary>What was read of servers, in the form in which the rules look at it.</summary>
internal static class SnapshotState
{
    public static TrustState With(this TrustState state, Server server, ServerSnapshot snapshot) => state.WithServer(server, snapshot) with
    {
        PartnerApplications = state.PartnerApplications.SetItems(
            snapshot.PartnerApplications.Select(record => KeyValuePair.Create((record.Server, record.Name), record))),
        AuthorizationServers = state.AuthorizationServers.SetItems(
            snapshot.AuthorizationServers.Select(record => KeyValuePair.Create((record.Server, record.Name), record))),
    };

    private static TrustState WithServer(this TrustState state, Server server, ServerSnapshot snapshot)
    {
        var parts = snapshot.Parts;
        return state with
        {
            Servers = state.Servers.SetItem(server.Fqdn, server),
            Certificates = parts.HasFlag(ServerParts.Certificates) ? state.Certificates.SetItem(server.Fqdn, snapshot.Slots) : state.Certificates,
            MemberCopies = parts.HasFlag(ServerParts.Certificates) && !server.Members.IsEmpty
                ? state.MemberCopies.SetItem(server.Fqdn, snapshot.PresumedCopies(server))
                : state.MemberCopies,
            PublishedMetadata = snapshot.PublishedAt.IsEmpty
                ? state.PublishedMetadata
                : state.PublishedMetadata.SetItem(server.Fqdn, snapshot.PublishedAt),
            OAuthConfigurations = snapshot.Settings is { } settings
                ? state.OAuthConfigurations.SetItem(server.Fqdn, settings)
                : state.OAuthConfigurations,
        };
    }
}
