using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Restarts;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>Tells the cmdlets that operations would run, as a change board reads them.</summary>
/// <param name="administrations">Of the real servers, of which only reads are asked.</param>
/// <param name="tools">What deciding needs; documents are those of the planned trust.</param>
/// <param name="machines">What restarts mean.</param>
internal sealed class CommandPlanner(ServerAdministrations administrations, WriteTools tools, RestartedMachines machines) : ICommandPlanner
{
    public ITrustEngine Over(ITrustEngine planned, ICommandPlan plan)
    {
        var made = new MadeCertificates(tools.Maker);
        var text = new PlannedCalls(plan, made);
        var planning = tools with { Documents = planned.Documents, Maker = made };
        return new PlanningEngine(planned)
        {
            Writer = new PlanningWriter(planned, administrations, planning, text),
            Tester = planned.Tester is { } tester ? new PlanningTester(tester, planned.Reader, tools.Servers, text) : null,
            Restarter = planned.Restarter is null ? null : new PlanningRestarter(machines, text),
        };
    }
}
