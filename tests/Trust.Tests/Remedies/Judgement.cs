using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>What a rule says of a situation.</summary>
/// <param name="Faults">What is told, warnings included.</param>
/// <param name="Accepted">Whether it goes on all the same.</param>
internal sealed record Judgement(ImmutableArray<Fault> Faults, bool Accepted)
{
    public static Judgement Sound { get; } = new([], true);

    public static Judgement Of(Fault? refusal) => refusal is null ? Sound : new Judgement([refusal], false);

    public static Judgement Of(IEnumerable<Fault> faults)
    {
        var all = faults.ToImmutableArray();
        return new Judgement(all, all.All(fault => fault.IsWarning));
    }

    /// <summary>Of a rule that throws what it refuses.</summary>
    public static Judgement Of(Action rule)
    {
        try
        {
            rule();
            return Sound;
        }
        catch (FaultException refusal)
        {
            return Of(refusal.Faults);
        }
    }
}
