using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Rollovers;

/// <summary>One way in which administrators may follow a plan, and what happens meanwhile.</summary>
/// <param name="Product">Whose certificate is rolled.</param>
/// <param name="HoursLeft">How long the old certificate is still valid when the plan is made.</param>
/// <param name="RefreshAfter">When each consumer re-reads, as a percentage of the time before the switch: 0 at once, 100 at the last moment.</param>
/// <param name="RetireAfterHours">How long after its earliest time the old certificate is retired.</param>
/// <param name="Asked">The instants at which tokens are issued, in minutes after the beginning.</param>
/// <param name="AskedAtSwitch">More of them, in minutes after the switch, or before it.</param>
/// <param name="Reread">When a consumer re-reads that nobody told to, in minutes after the beginning: odd ones the last, even ones the first.</param>
/// <param name="PlannedAgain">When a plan is made anew and followed instead, in minutes after the beginning: after some the next rollover.</param>
/// <param name="LifeMinutes">How long the tokens live.</param>
public sealed record RolloverRun(
    ServerProduct Product,
    int HoursLeft,
    int[] RefreshAfter,
    int RetireAfterHours,
    int[] Asked,
    int[] AskedAtSwitch,
    int[] Reread,
    int[] PlannedAgain,
    int LifeMinutes);
