using PartnerTrust.Plugin.Tests.Plans;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>What chance decides of a stack: the same for the same seed on every runtime.</summary>
internal sealed class Draw
{
    private const int Idle = 8;
    private readonly PlanRandom random;

    public Draw(int seed)
    {
        random = new PlanRandom(seed + 1);

        // Neighbouring seeds begin alike.
        for (var idle = 0; idle < Idle; idle++)
        {
            random.Below(2);
        }
    }

    public int Below(int limit) => random.Below(limit);

    public bool Chance(int percent) => random.Below(100) < percent;

    public T One<T>(params ReadOnlySpan<T> choices) => choices[random.Below(choices.Length)];
}
