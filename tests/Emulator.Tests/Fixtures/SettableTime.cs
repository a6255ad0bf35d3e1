namespace PartnerTrust.Emulator.Tests.Fixtures;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class SettableTime(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
