using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>One way in which an administrator may follow a plan.</summary>
/// <param name="Product">Whose certificate is rolled.</param>
/// <param name="HoursLeft">How long the old certificate is still valid when the plan is made.</param>
/// <param name="RefreshAfter">When the consumers re-read, as a part of the time before the switch: 0 at once, 1 at the last moment.</param>
/// <param name="RetireAfterHours">How long after its earliest time the old certificate is retired.</param>
/// <param name="Asked">The instants at which tokens are issued, in minutes after the beginning.</param>
/// <param name="LifeMinutes">How long the tokens live.</param>
public sealed record RolloverRun(
    ServerProduct Product, int HoursLeft, double RefreshAfter, int RetireAfterHours, int[] Asked, int LifeMinutes);
