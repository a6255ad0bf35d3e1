using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>A plan for programs, in the form of version 1 that <c>docs/commands/plan.md</c> describes.</summary>
internal static class PlanJson
{
    private const int Version = 1;

    public static string Write(StackPlan.Planned planned) => new JObject
    {
        ["version"] = Version,
        ["stack"] = planned.Plan.Stack.Length == 0 ? null : planned.Plan.Stack,
        ["at"] = Instant.Format(planned.Plan.At),
        ["succeeded"] = planned.Succeeded,
        ["problems"] = new JArray(planned.Problems),
        ["enginesWithoutCmdlets"] = new JArray(planned.Plan.EnginesWithout),
        ["steps"] = new JArray(planned.Plan.Steps.Select(step => Of(step.Operation, step.Step))),
    }.ToString(Formatting.Indented) + "\n";

    private static JObject Of(string operation, PlannedStep step) => new()
    {
        ["operation"] = operation,
        ["type"] = PackageTokens.TypeOf(step.Urn),
        ["name"] = PackageTokens.NameOf(step.Urn),
        ["urn"] = step.Urn,
        ["cmdlets"] = new JArray(step.Commands.Select(command => new JObject { ["server"] = command.Server, ["text"] = command.Text })),
        ["remarks"] = new JArray(step.Remarks),
    };
}
