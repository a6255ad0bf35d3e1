using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Notes what an operation would run, for the plan of the update; where nobody asked for one, for nobody.</summary>
/// <param name="urn">The resource.</param>
/// <param name="plan">The plan; null where there is none.</param>
/// <param name="hide">Takes out of a text what it may not show.</param>
internal sealed class StepNotes(string urn, UpdatePlan? plan, Func<string, string> hide) : ICommandPlan
{
    private readonly List<PlannedCommand> commands = [];
    private readonly List<string> remarks = [];

    /// <summary>Whether the resource is deleted.</summary>
    public bool Deletes { get; init; }

    /// <summary>The engine to do the operation to.</summary>
    public ITrustEngine Over(PlannedTrust planned) =>
        plan is null || planned.Commands is not { } planner ? planned.Engine : planner.Over(planned.Engine, this);

    public void Run(string server, string command) => commands.Add(new PlannedCommand(server, hide(command)));

    public void Remark(Fault remark) => Remark(remark.Text);

    public void Remark(string remark) => remarks.Add(hide(remark));

    /// <summary>The operation is planned.</summary>
    public void End() => plan?.Add(new PlannedStep(urn, Deletes, [.. commands], [.. remarks]));
}
