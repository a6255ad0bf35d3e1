using System.Runtime.CompilerServices;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tracing;

internal sealed class TracedReader(IServerReader reader) : IServerReader
{
    public Task<ServerSnapshot> ReadAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken) =>
        EngineSpan.AroundAsync($"Read {query.Parts}", query.Server, () => reader.ReadAsync(query, progress, cancellationToken));

    public Task<PartnerApplication?> FindPartnerApplicationAsync(
        string server, string name, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundAsync(
        "FindPartnerApplication", server, () => reader.FindPartnerApplicationAsync(server, name, progress, cancellationToken));

    /// <summary>The span ends with the listing, or with whoever has seen enough.</summary>
    public async IAsyncEnumerable<PartnerApplication> ListPartnerApplicationsAsync(
        string server, string? afterName, IProgress<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var span = EngineSpan.Begin("ListPartnerApplications", server);
        await using var records = reader.ListPartnerApplicationsAsync(server, afterName, progress, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await records.MoveNextAsync())
                {
                    break;
                }
            }
            catch (Exception failure)
            {
                EngineSpan.Failed(span, failure);
                throw;
            }

            yield return records.Current;
        }

        span?.SetTag("outcome", "done");
    }
}
