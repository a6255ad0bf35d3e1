using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing;

/// <summary>Tells of a server what its cmdlets would.</summary>
internal sealed class RemoteReader(IServerReader world, ServerDirectory servers, HiddenKeys keys) : IServerReader
{
    private readonly ConcurrentQueue<ServerQuery> asked = new();

    public IReadOnlyCollection<ServerQuery> Asked => asked;

    public Func<ServerQuery, Task> OnQuestion { get; set; } = _ => Task.CompletedTask;

    public async Task<ServerSnapshot> ReadAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var server = servers.Require(query.Server);
        asked.Enqueue(query);
        await OnQuestion(query).WaitAsync(cancellationToken);
        var found = await world.ReadAsync(query, progress, cancellationToken);
        return found with
        {
            Slots = found.Slots with { CurrentSince = null },
            Certificates = [.. found.Certificates.Select(stored => new StoredCertificate(stored.Certificate, null, null))],
            Keys = [],
            Copies = null,
            Unreached = null,
            PublishedAt = query.Parts.HasFlag(ServerParts.Documents) ? [server.MetadataUrl] : [],
            Settings = query.Parts.HasFlag(ServerParts.Settings) && server.Product == ServerProduct.LyncServer
                ? found.Settings ?? OAuthConfigurationRules.Default(server)
                : null,
            OriginalSettings = null,
            PartnerApplications = [.. found.PartnerApplications.Select(record => keys.AsShown(record)!)],
            AuthorizationServers = [.. found.AuthorizationServers.Select(record => keys.AsShown(record)!)],
        };
    }

    public async Task<PartnerApplication?> FindPartnerApplicationAsync(
        string server, string name, IProgress<string> progress, CancellationToken cancellationToken) =>
        keys.AsShown(await world.FindPartnerApplicationAsync(server, name, progress, cancellationToken));

    public async IAsyncEnumerable<PartnerApplication> ListPartnerApplicationsAsync(
        string server, string? afterName, IProgress<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var record in world.ListPartnerApplicationsAsync(server, afterName, progress, cancellationToken))
        {
            yield return keys.AsShown(record)!;
        }
    }
}
