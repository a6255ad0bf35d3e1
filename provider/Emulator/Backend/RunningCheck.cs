namespace PartnerTrust.Emulator.Backend;

/// <summary>A check that runs until this is disposed of.</summary>
public sealed class RunningCheck(Guid id, IDisposable hold) : IDisposable
{
    public Guid Id => id;

    public void Dispose() => hold.Dispose();
}
