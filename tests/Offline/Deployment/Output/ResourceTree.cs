using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment.Output;

/// <summary>The resources of a deployment as the tree that their parents make, less what did not change and has nothing to say.</summary>
internal sealed class ResourceTree(DeploymentLog log, bool isPreview)
{
    private readonly Dictionary<string, Step> steps = LastSteps(log);

    public IReadOnlyList<string[]> Rows()
    {
        var shown = steps.Values.Where(IsInteresting).Select(step => step.Urn).ToHashSet();
        foreach (var urn in shown.ToList())
        {
            for (var parent = Parent(urn); parent.Length > 0 && shown.Add(parent); parent = Parent(parent))
            {
            }
        }

        var rows = new List<string[]>();
        foreach (var root in steps.Keys.Where(urn => shown.Contains(urn) && !shown.Contains(Parent(urn))))
        {
            Add(rows, root, shown, "", "");
        }

        return rows;
    }

    private void Add(List<string[]> rows, string urn, HashSet<string> shown, string branch, string below)
    {
        var step = steps[urn];
        var word = step.Error is not null ? "failed" : isPreview ? Signs.Plan(step.Operation) : Signs.Done(step.Operation);
        rows.Add([$" {Signs.Of(step.Operation)} ", branch + step.Type, step.Name, word, Info(step)]);
        var children = steps.Keys.Where(child => shown.Contains(child) && Parent(child) == urn).ToList();
        for (var at = 0; at < children.Count; at++)
        {
            var isLast = at == children.Count - 1;
            Add(rows, children[at], shown, below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "));
        }
    }

    private bool IsInteresting(Step step) =>
        (step.Operation != StepOperation.Same && !step.IsInternal) || step.Type == Urns.StackType
            || Said(step.Urn, DiagnosticSeverity.Warning) + Said(step.Urn, DiagnosticSeverity.Error) > 0;

    private string Info(Step step)
    {
        var parts = new List<string>();
        if (step.Changes.Count > 0)
        {
            parts.Add($"[diff: {string.Join(',', TopLevel(step))}]");
        }

        if (Said(step.Urn, DiagnosticSeverity.Error) is > 0 and var errors)
        {
            parts.Add($"{errors} error{(errors > 1 ? "s" : "")}");
        }

        if (Said(step.Urn, DiagnosticSeverity.Warning) is > 0 and var warnings)
        {
            parts.Add($"{warnings} warning{(warnings > 1 ? "s" : "")}");
        }

        return string.Join("; ", parts);
    }

    private static IEnumerable<string> TopLevel(Step step) => step.Changes
        .GroupBy(change => change.Key.Split('.', '[')[0])
        .Select(group => (group.First().Key == group.Key ? Signs.Of(group.First().Value)[..1] : "~") + group.Key);

    private int Said(string urn, DiagnosticSeverity severity) =>
        log.Diagnostics.Count(diagnostic => diagnostic.Urn == urn && diagnostic.Severity == severity);

    private string Parent(string urn) => steps.TryGetValue(urn, out var step) && steps.ContainsKey(step.State.Parent) ? step.State.Parent : "";

    /// <summary>A resource that was replaced, or refreshed and then updated, is one row.</summary>
    private static Dictionary<string, Step> LastSteps(DeploymentLog log)
    {
        var last = new Dictionary<string, Step>();
        foreach (var step in log.Steps)
        {
            if (!last.TryGetValue(step.Urn, out var earlier) || Weight(step) >= Weight(earlier))
            {
                last[step.Urn] = step;
            }
        }

        return last;
    }

    private static int Weight(Step step) => step.Error is not null ? 3 : step.Operation switch
    {
        StepOperation.Same => 0,
        StepOperation.Read or StepOperation.Refresh or StepOperation.DeleteReplaced => 1,
        _ => 2,
    };
}
