namespace PartnerTrust.Engines.Shadow;

/// <summary>An engine that can be copied, server by server.</summary>
internal interface ISnapshotSource
{
    Task<ServerSnapshot> ReadServerAsync(string server, CancellationToken cancellationToken);
}
