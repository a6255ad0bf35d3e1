using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>What a preview makes of the resources that there are. Steps that change nothing may be missing in it.</summary>
internal static class PlannedResources
{
    /// <param name="before">The resources that there are.</param>
    /// <param name="steps">Of the preview, in order.</param>
    public static StackResources Of(ImmutableArray<StackResource> before, ImmutableArray<DigestStep> steps)
    {
        var there = before.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        var gone = ImmutableArray.CreateBuilder<StackResource>();
        var made = steps.Where(step => Makes(step.Operation)).Select(step => step.Urn).ToHashSet(StringComparer.Ordinal);
        foreach (var step in steps)
        {
            if (step is { Before.Urn: var earlier, After: not null } && earlier != step.Urn)
            {
                there.Remove(earlier);
            }

            if (step.After is { } after && Makes(step.Operation))
            {
                there[step.Urn] = after with { IsPlanned = true, Provider = after.Provider is "" ? step.Provider : after.Provider };
            }
            else if (IsRead(step.Operation) && Read(step, there.GetValueOrDefault(step.Urn)) is { } read)
            {
                there[step.Urn] = read;
            }
            else if (Removes(step, made) && there.Remove(step.Urn, out var removed))
            {
                gone.Add(removed);
            }
        }

        return new StackResources([.. there.Values], gone.ToImmutable());
    }

    /// <summary>Foreseen resources with the outputs that an update leaves them, where the preview tells none.</summary>
    public static StackResources WithOutputs(
        StackResources planned,
        ImmutableArray<StackResource> before,
        ImmutableArray<DigestStep> steps,
        Installation installation,
        DateTimeOffset now)
    {
        var updates = steps.Where(step => step.Operation == "update").ToLookup(step => step.Urn, StringComparer.Ordinal);
        var recorded = before.ToDictionary(resource => resource.Urn, StringComparer.Ordinal);
        return planned with { There = [.. planned.There.Select(Completed)] };

        StackResource Completed(StackResource resource) =>
            resource is { IsPlanned: true, Outputs.Count: 0 } && updates[resource.Urn].LastOrDefault() is { } step
                && (recorded.GetValueOrDefault(resource.Urn) ?? step.Before) is { } was
                ? resource with
                {
                    Outputs = PlannedOutputs.Of(was, resource, installation.Find(resource.Inputs.Text(Identity.Server))?.Product, now),
                }
                : resource;
    }

    /// <summary>Of a replacement, the CLI shows only the decision unless it is asked for all its steps.</summary>
    private static bool Makes(string operation) =>
        operation is "create" or "update" or "replace" or "create-replacement" or "import" or "import-replacement";

    private static bool IsRead(string operation) => operation is "same" or "refresh" or "read" or "read-replacement";

    /// <summary>What a refresh found; before it is made, nothing is told of it.</summary>
    private static StackResource? Read(DigestStep step, StackResource? recorded) =>
        step.After is { Outputs.Count: > 0 } found ? found
        : recorded ?? step.After ?? step.Before;

    /// <summary>The old half of a replacement has gone already, or goes when the new one is there. What is retained, or only read, stays where it
    /// is.</summary>
    private static bool Removes(DigestStep step, HashSet<string> made) =>
        step is { Deletes: true, Before: not { IsToBeDeleted: true } and not { IsRetained: true } }
        && !(step.Operation == "delete-replaced" && made.Contains(step.Urn));
}
