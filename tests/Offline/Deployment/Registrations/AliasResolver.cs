using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Deployment.Registrations;

/// <summary>Finds the old state of a registration: under its own URN, or under one that it, or its parent, went by before.</summary>
internal sealed class AliasResolver(DeploymentRun run)
{
    public Slot? FindOld(Goal goal, string urn) =>
        new[] { urn }.Concat(FormerUrns(goal, urn)).Select(name => run.Olds.GetValueOrDefault(name)).FirstOrDefault(slot => slot is not null);

    private IEnumerable<string> FormerUrns(Goal goal, string urn)
    {
        foreach (var alias in goal.AliasUrns)
        {
            yield return alias;
        }

        foreach (var alias in goal.Aliases)
        {
            yield return alias.AliasCase == Alias.AliasOneofCase.Urn ? alias.Urn : Of(goal, alias.Spec);
        }

        if (run.Registered.TryGetValue(goal.Parent, out var parent) && parent.OldUrn != goal.Parent)
        {
            yield return Urns.Make(run.Stack, run.Project.Name, parent.OldUrn, goal.Type, goal.Name);
        }
    }

    private string Of(Goal goal, Alias.Types.Spec spec)
    {
        var parent = spec.ParentCase switch
        {
            Alias.Types.Spec.ParentOneofCase.ParentUrn => spec.ParentUrn,
            Alias.Types.Spec.ParentOneofCase.NoParent => "",
            _ => run.Registered.TryGetValue(goal.Parent, out var registered) ? registered.OldUrn : goal.Parent,
        };
        return Urns.Make(
            Or(spec.Stack, run.Stack), Or(spec.Project, run.Project.Name), parent, Or(spec.Type, goal.Type), Or(spec.Name, goal.Name));
    }

    private static string Or(string text, string otherwise) => text.Length > 0 ? text : otherwise;
}
