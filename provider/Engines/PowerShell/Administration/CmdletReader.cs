using System.Runtime.CompilerServices;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Reads what servers tell through their cmdlets. One preview of the two-way trust costs at most five calls on Lync, and on Exchange
/// five and one for each member.</summary>
internal sealed class CmdletReader(ServerAdministrations administrations) : IServerReader
{
    public async Task<ServerSnapshot> ReadAsync(ServerQuery query, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var administration = administrations.Require(query.Server);
        var sight = await administration.LookAsync(query with { Server = administration.Server.Fqdn }, progress, cancellationToken);
        return sight.Gaps.IsEmpty ? sight.Snapshot : throw new FaultException(sight.Gaps);
    }

    public async Task<PartnerApplication?> FindPartnerApplicationAsync(
        string server, string name, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await ListAsync(server, progress, cancellationToken)).FirstOrDefault(record => record.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public async IAsyncEnumerable<PartnerApplication> ListPartnerApplicationsAsync(
        string server, string? afterName, IProgress<string> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var record in (await ListAsync(server, progress, cancellationToken))
            .Where(record => afterName is null || StringComparer.OrdinalIgnoreCase.Compare(record.Name, afterName) > 0)
            .OrderBy(record => record.Name, StringComparer.OrdinalIgnoreCase))
        {
            yield return record;
        }
    }

    private async Task<IReadOnlyList<PartnerApplication>> ListAsync(string server, IProgress<string> progress, CancellationToken cancellationToken) =>
        (await ReadAsync(new ServerQuery(server, ServerParts.PartnerApplications), progress, cancellationToken)).PartnerApplications;
}
