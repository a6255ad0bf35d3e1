using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>A third party's server: what it publishes is all that is known of it, and nothing of it is ours to change.</summary>
internal sealed class TokenServerAdministration(Server server, IMetadataSource documents) : IServerAdministration
{
    public Server Server => server;

    public async Task<ServerSight> LookAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var sight = new ServerSight(new ServerSnapshot(server.Fqdn, query.Parts)
        {
            PublishedAt = query.Parts.HasFlag(ServerParts.Documents) ? [server.MetadataUrl] : [],
        });
        if (!query.Parts.HasFlag(ServerParts.Certificates) && query.Certificates.IsEmpty)
        {
            return sight;
        }

        var published = await documents.FetchAsync(new FetchMetadata(server.MetadataUrl, TrustAnySslCertificate: false), progress, cancellationToken);
        var found = new FoundCertificates();
        foreach (var key in published.Keys)
        {
            found.Add(new StoredCertificate(key, null, null));
        }

        var bound = query.Parts.HasFlag(ServerParts.Certificates)
            ? new BoundCertificates(null, published.Keys[0].Thumbprint, null, null)
            : BoundCertificates.None;
        return found.Complete(sight, bound, query.Certificates);
    }

    public Task<ServerChange> PrepareAsync(ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        throw Unchangeable();

    public Task<CmdletPlan> PlanAsync(ServerSight found, ServerChange change, IProgress<string> progress, CancellationToken cancellationToken) =>
        throw Unchangeable();

    public Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken) => throw Unchangeable();

    public Fault Classify(CmdletCall call, CallAnswer answer) => FaultCatalogue.EngineCannot("powerShell", "change a token server");

    private static FaultException Unchangeable() => new(FaultCatalogue.EngineCannot("powerShell", "change a token server"));
}
