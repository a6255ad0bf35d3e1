using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Engines.Store.Operations;

/// <summary>Reads that part of the state on which one question turns, through indexes: its cost is that of the records it returns.</summary>
internal sealed class StateSlices(ServerDirectory servers)
{
    private const int PageSize = 500;

    /// <summary>A receiving server, with its records of the given applications and the mailboxes of the given addresses, on whichever server of
    /// its organization they lie.</summary>
    public TrustState Receiver(IStoreSession session, Server server, IEnumerable<string> applicationIdentifiers, IEnumerable<string> addresses)
    {
        var state = WithServer(servers.Bare, session, server);
        foreach (var identifier in applicationIdentifiers.Distinct(StringComparer.Ordinal))
        {
            state = WithPartners(state, session.PartnerApplications.FindByIdentifier(server.Fqdn, identifier));
            state = WithAuthorizationServers(state, session.AuthorizationServers.FindByIdentifier(server.Fqdn, identifier));
        }

        return WithMailboxes(state, addresses);
    }

    /// <summary>Everything. Grows with the records: for people who look at the whole, not for operations.</summary>
    public TrustState Whole(IStoreSession session)
    {
        var state = TrustState.Empty;
        foreach (var server in servers.Servers)
        {
            state = WithServer(state, session, server);
            state = WithPartners(state, ListAll(session, server.Fqdn));
            state = WithAuthorizationServers(state, session.AuthorizationServers.List(server.Fqdn));
        }

        return state with { Mailboxes = state.Mailboxes.SetItems(servers.Mailboxes.Select(Keyed)) };
    }

    public static IEnumerable<PartnerApplication> ListAll(IStoreSession session, string server)
    {
        string? last = null;
        IReadOnlyList<PartnerApplication> page;
        do
        {
            page = session.PartnerApplications.List(server, last, PageSize);
            foreach (var application in page)
            {
                last = application.Name;
                yield return application;
            }
        }
        while (page.Count == PageSize);
    }

    private static TrustState WithServer(TrustState state, IStoreSession session, Server server)
    {
        var published = session.PublishedMetadata.List(server.Fqdn);
        var configuration = session.OAuthConfigurations.Find(server.Fqdn);
        return state with
        {
            Servers = state.Servers.SetItem(server.Fqdn, server),
            Certificates = state.Certificates.SetItem(server.Fqdn, session.Certificates.FindSlots(server.Fqdn)),
            PublishedMetadata = published.Count == 0
                ? state.PublishedMetadata
                : state.PublishedMetadata.SetItem(server.Fqdn, [.. published]),
            OAuthConfigurations = configuration is null
                ? state.OAuthConfigurations
                : state.OAuthConfigurations.SetItem(server.Fqdn, configuration),
            MemberCopies = server.Members.IsEmpty
                ? state.MemberCopies
                : state.MemberCopies.SetItem(server.Fqdn, [.. session.Certificates.ListCopies(server.Fqdn)]),
        };
    }

    private static TrustState WithPartners(TrustState state, IEnumerable<PartnerApplication> applications) => state with
    {
        PartnerApplications = state.PartnerApplications.SetItems(
            applications.Select(application => KeyValuePair.Create((application.Server, application.Name), application))),
    };

    private static TrustState WithAuthorizationServers(TrustState state, IEnumerable<AuthorizationServer> authorizationServers) => state with
    {
        AuthorizationServers = state.AuthorizationServers.SetItems(
            authorizationServers.Select(server => KeyValuePair.Create((server.Server, server.Name), server))),
    };

    private TrustState WithMailboxes(TrustState state, IEnumerable<string> addresses) => state with
    {
        Mailboxes = state.Mailboxes.SetItems(addresses.SelectMany(servers.FindMailboxes).Select(Keyed)),
    };

    private static KeyValuePair<string, Mailbox> Keyed(Mailbox mailbox) => KeyValuePair.Create(mailbox.SipUri, mailbox);
}
