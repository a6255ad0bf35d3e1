namespace PartnerTrust.Emulator.Backend;

/// <summary>All servers go by one clock.</summary>
internal sealed class SharedClock(TimeProvider time) : IServerClocks
{
    public Task<TimeProvider> OfAsync(string server, CancellationToken cancellationToken) => Task.FromResult(time);
}
