using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>The plan for the renewal of a server's certificate.</summary>
internal sealed record PlannedRollover(TrustState State, string Server, DateTimeOffset Now) : ISituation
{
    public Judgement Judge()
    {
        try
        {
            return Judgement.Of(RolloverPlanner.Plan(State, Server, Now).Refusal);
        }
        catch (FaultException refusal)
        {
            return Judgement.Of(refusal.Faults);
        }
    }
}
