using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>What became of a step.</summary>
internal static class StepTraces
{
    public static TraceStep Passed(this CheckStep step, string detail) => new(step.Name, true, detail);

    public static TraceStep Failed(this CheckStep step, Fault fault) => new(step.Name, false, fault.Found, fault);

    /// <summary>It cannot be told whether the step passes.</summary>
    public static TraceStep Open(this CheckStep step, string unknown) => new(step.Name, true, unknown) { IsOpen = true };

    /// <summary>The same under the name that the step has on its way.</summary>
    public static TraceStep Named(this CheckStep step, TraceStep taken) => taken with { Name = step.Name };
}
