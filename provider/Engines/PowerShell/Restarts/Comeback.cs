using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Restarts;

/// <summary>Waits for servers that were restarted: one that has come back publishes its document.</summary>
/// <param name="documents">How documents are fetched.</param>
/// <param name="patience">How long it is waited for.</param>
/// <param name="wall">By which is waited.</param>
internal sealed class Comeback(IMetadataSource documents, TimeSpan patience, TimeProvider wall)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task AwaitAsync(Server server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"Waiting for {server.MetadataUrl} to answer again");
        var start = wall.GetTimestamp();
        while (await FailureAsync(server, progress, cancellationToken) is { } failure)
        {
            if (wall.GetElapsedTime(start) >= patience)
            {
                throw new FaultException(FaultCatalogue.NotBackAfterRestart(server.Fqdn, failure));
            }

            await Task.Delay(Pause, wall, cancellationToken);
        }
    }

    private async Task<Fault?> FailureAsync(Server server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            await documents.FetchAsync(new FetchMetadata(server.MetadataUrl, TrustAnySslCertificate: true), progress, cancellationToken);
            return null;
        }
        catch (FaultException failure)
        {
            return failure.Faults[0];
        }
    }
}
