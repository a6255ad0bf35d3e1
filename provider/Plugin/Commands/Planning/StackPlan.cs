using System.Collections.Immutable;
using Grpc.Core;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.StackFiles.Texts;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>Plans a stack: serves its preview, and then plans the deletions, of which a preview tells no provider.</summary>
/// <param name="around">Told what is planned, as it is.</param>
/// <param name="environment">Of the sessions.</param>
/// <param name="openEngine">Opens the engines that the stack configures.</param>
internal sealed class StackPlan(CommandSurroundings around, SessionEnvironment environment, TrustEngineFactory openEngine)
{
    public async Task<Planned> MakeAsync(IPulumi pulumi, CancellationToken cancellationToken)
    {
        var plan = new UpdatePlan();
        plan.Planned += step => around.Messages.WriteLine($"Planned {PlanText.Title(step.Urn)}: {PlanText.Count(step.Commands.Length)}");
        await using var service = new AttachedService(environment with { Plan = plan }, openEngine) { KeepsSessions = true };
        await using var server = await service.StartAsync(port: 0, cancellationToken);
        var digest = await pulumi.PreviewAsync(server.Port, cancellationToken);
        foreach (var step in digest.Steps.Where(step => step is { Deletes: true, Old: not null }))
        {
            await PlanDeletionAsync(step, digest, plan, service, pulumi, cancellationToken);
        }

        ImmutableArray<string> without = [.. service.Engines.Where(engine => engine.Commands is null).Select(engine => engine.Name).Distinct()];
        return new Planned(OrderedPlan.Of(around.Time.GetUtcNow(), without, digest.Steps, plan.Steps), digest.Errors, digest.Succeeded);
    }

    private static async Task PlanDeletionAsync(
        DigestStep step, PreviewDigest digest, UpdatePlan plan, AttachedService service, IPulumi pulumi, CancellationToken cancellationToken)
    {
        if ((service.Find(step.Provider) ?? await ConfigureAsync(step.Provider, service, pulumi, cancellationToken)) is not { } provider)
        {
            const string Unknown = "What this runs cannot be told: the settings of its provider cannot be read from the stack's state, or are refused by now.";
            plan.Add(new PlannedStep(step.Urn, Deletes: true, [], [Unknown]));
            return;
        }

        var successor = digest.Steps.FirstOrDefault(other => !other.Deletes && other.Urn == step.Urn)?.NewInputs;
        await provider.Deletions.PlanAsync(step.Urn, step.Old!, successor, cancellationToken);
    }

    /// <summary>A provider of which nothing is left but what is deleted is not started for a preview.</summary>
    private static async Task<SessionRpcs?> ConfigureAsync(
        string reference, AttachedService service, IPulumi pulumi, CancellationToken cancellationToken)
    {
        if (reference.LastIndexOf("::", StringComparison.Ordinal) is not (> 0 and var end)
            || await pulumi.FindProviderAsync(reference, cancellationToken) is not { } settings)
        {
            return null;
        }

        var session = service.Begin();
        try
        {
            await session.Configuration.ConfigureAsync(reference[..end], reference[(end + 2)..], settings);
            return session;
        }
        catch (RpcException)
        {
            return null;
        }
    }

    /// <param name="Plan">What would be run.</param>
    /// <param name="Problems">Why the preview failed.</param>
    /// <param name="Succeeded">Whether it did not.</param>
    public sealed record Planned(OrderedPlan Plan, ImmutableArray<string> Problems, bool Succeeded)
    {
        public string Text => PlanText.Write(Plan);
    }
}
