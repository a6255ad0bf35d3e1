using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The dated steps of a safe certificate renewal.</summary>
internal sealed class PlanRollover : FunctionType
{
    public override string Name => "planRollover";

    public override void Check(ResourceCheck check) => check.Server(ServerArgument.In(check.Inputs), "a signing certificate");

    public override IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation) =>
        [installation.Find(ServerArgument.In(arguments).Value)?.Fqdn];

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var server = operation.Installation.Find(ServerArgument.In(arguments).Value)!;
        var plan = await operation.Questions.PlanRolloverAsync(server.Fqdn, operation.Progress, operation.CancellationToken);
        var steps = plan.Steps.Select(step => PropertyMap.Of(
            ("action", step.Action), ("server", step.Server), ("notBefore", Instant.Format(step.NotBefore)), ("detail", step.Detail)));
        return PropertyMap.Of(
            ("feasible", plan.Refusal is null), ("steps", ListValue.Of(steps)), ("refusal", plan.Refusal?.Text ?? ""));
    }
}
