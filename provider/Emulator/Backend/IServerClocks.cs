namespace PartnerTrust.Emulator.Backend;

/// <summary>The clocks of the servers.</summary>
internal interface IServerClocks
{
    /// <summary>The clock that the server of this fqdn goes by at this moment.</summary>
    Task<TimeProvider> OfAsync(string server, CancellationToken cancellationToken);
}
