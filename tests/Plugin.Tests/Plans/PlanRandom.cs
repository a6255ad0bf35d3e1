namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The same numbers for the same seed on every runtime.</summary>
internal sealed class PlanRandom(int seed)
{
    private ulong state = (ulong)seed * 2654435761UL + 88172645463325252UL;

    public int Below(int limit)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 16) % (ulong)limit);
    }

    /// <summary>Rarely the last one: it makes a key.</summary>
    public int Variant() => Below(40) == 0 ? 19 : Below(19);
}
