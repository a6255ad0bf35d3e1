using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Lab;

/// <summary>Changes to what the servers keep about one another that no stack made.</summary>
public sealed class LabPartners
{
    private readonly SqliteTrustStore store;
    private readonly ServerDirectory servers;

    internal LabPartners(SqliteTrustStore store, ServerDirectory servers) => (this.store, this.servers) = (store, servers);

    public Task<IReadOnlyList<PartnerApplication>> ListAsync(string server, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.ReadAsync<IReadOnlyList<PartnerApplication>>(session => [.. StateSlices.ListAll(session, known.Fqdn)], cancellationToken);
    }

    /// <summary>Writes the record as changed, past every rule: what is wrong here is what a stack must notice.</summary>
    public Task<PartnerApplication> ChangeAsync(
        string server, string name, Func<PartnerApplication, PartnerApplication> change, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.WriteAsync(
            session =>
            {
                var changed = change(Require(session, known.Fqdn, name));
                session.PartnerApplications.Save(changed);
                return changed;
            },
            cancellationToken);
    }

    /// <summary>Adds records, past every rule, all in one transaction.</summary>
    public Task AddAsync(IReadOnlyCollection<PartnerApplication> applications, CancellationToken cancellationToken)
    {
        foreach (var application in applications)
        {
            servers.Require(application.Server);
        }

        return store.WriteAsync(
            session =>
            {
                foreach (var application in applications)
                {
                    session.PartnerApplications.Save(application);
                }
            },
            cancellationToken);
    }

    public Task RemoveAsync(string server, string name, CancellationToken cancellationToken)
    {
        var known = servers.Require(server);
        return store.WriteAsync(
            session => session.PartnerApplications.Remove(known.Fqdn, Require(session, known.Fqdn, name).Name), cancellationToken);
    }

    /// <summary>Writes the server's settings as its operators would: what was there before the stack is not concerned.</summary>
    public Task OverwriteOAuthConfigurationAsync(OAuthConfiguration configuration, CancellationToken cancellationToken)
    {
        servers.Require(configuration.Server);
        return store.WriteAsync(session => session.OAuthConfigurations.Overwrite(configuration), cancellationToken);
    }

    private static PartnerApplication Require(SqliteSession session, string server, string name) =>
        session.PartnerApplications.Find(server, name)
        ?? throw new FaultException(FaultCatalogue.RecordGone("partner application", server, name));
}
