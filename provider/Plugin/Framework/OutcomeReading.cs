using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>What became of a write, in the terms of Pulumi's engine: a refusal means that nothing happened; what was seen after an interruption is
/// kept as an incomplete resource; and where nothing was seen, the engine is told that nobody knows.</summary>
internal static class OutcomeReading
{
    /// <summary>What is there now.</summary>
    /// <param name="outcome">Of a write.</param>
    /// <param name="stateOf">The state of a resource that is like what was seen.</param>
    public static T Require<T>(this WriteOutcome<T> outcome, Func<T, ResourceState> stateOf)
        where T : class => outcome switch
        {
            WriteOutcome<T>.Done { Now: { } now } => now,
            WriteOutcome<T>.Refused refused => throw new FaultException(refused.Faults),
            WriteOutcome<T>.Interrupted { Seen.Found: { } found } interrupted =>
                throw new PartialFailureException(stateOf(found), [interrupted.Fault]),
            WriteOutcome<T>.Interrupted interrupted => throw Unfinished(interrupted),
            _ => throw new InvalidOperationException("Something that was written is there."),
        };

    /// <summary>Returns when it is gone.</summary>
    public static void RequireGone<T>(this WriteOutcome<T> outcome)
        where T : class
    {
        switch (outcome)
        {
            case WriteOutcome<T>.Refused refused:
                throw new FaultException(refused.Faults);
            case WriteOutcome<T>.Interrupted { Seen: null or { Found: not null } } interrupted:
                throw Unfinished(interrupted);
        }
    }

    /// <summary>Tells what is to be known of a write that was done: what was left, because the product cannot do it, and what was seen.</summary>
    public static async Task TellRemarksAsync<T>(this WriteOutcome<T> outcome, Operation operation)
        where T : class
    {
        foreach (var remark in outcome is WriteOutcome<T>.Done done ? done.Remarks : [])
        {
            await operation.WarnAsync(remark);
        }
    }

    /// <summary>Whoever looked and saw that nothing is there knows that nothing was made.</summary>
    private static FaultException Unfinished<T>(WriteOutcome<T>.Interrupted interrupted)
        where T : class => new(interrupted.Fault with
        {
            Kind = interrupted.Seen is null ? FaultKind.Unknown : FaultKind.Refusal,
        });
}
