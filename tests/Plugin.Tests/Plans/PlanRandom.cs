namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The same numbers for the same seed on every runtime.</summary>
internal sealed class PlanRandom(int seed)
{
    public const int Variants = 60;
    private ulong state = (ulong)seed * 2654435761UL + 88172645463325252UL;

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 16) % (ulong)limit);
    }

    public int Variant() => Below(Variants);
}
