using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Store.Tables;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Memory;

internal sealed class MemoryPartnerApplications(MemorySession session) : IPartnerApplicationTable
{
    public PartnerApplication? Find(string server, string name) =>
        session.Of(server, ServerParts.PartnerApplications).PartnerApplications.Find(server, name);

    public IReadOnlyList<PartnerApplication> List(string server, string? afterName, int pageSize) =>
        session.Of(server, ServerParts.PartnerApplications).PartnerApplications.List(server, afterName, pageSize);

    public IReadOnlyList<PartnerApplication> FindByIdentifier(string server, string applicationIdentifier) =>
        session.Of(server, ServerParts.PartnerApplications).PartnerApplications.FindByIdentifier(server, applicationIdentifier);

    public IReadOnlyList<PartnerApplication> FindByIssuer(string server, string issuer) =>
        [.. session.Of(server, ServerParts.PartnerApplications).PartnerApplications.FindByIssuer(issuer).Where(record => record.Server == server)];

    public IReadOnlyList<string> ListIssuers(string server, int count) =>
    [
        .. List(server, null, int.MaxValue)
            .Where(application => application.Enabled && application.Source is not PartnerSource.AuthorizationServer)
            .Take(count).Select(application => application.Issuer),
    ];

    public void Save(PartnerApplication application) => session.State = session.Of(application.Server, ServerParts.PartnerApplications) with
    {
        PartnerApplications = session.State.PartnerApplications.Save(application),
    };

    public void Remove(string server, string name) => session.State = session.Of(server, ServerParts.PartnerApplications) with
    {
        PartnerApplications = session.State.PartnerApplications.Remove(server, name),
    };
}
