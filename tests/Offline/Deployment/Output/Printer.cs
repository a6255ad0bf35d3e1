using System.Globalization;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>Prints a deployment as Pulumi does.</summary>
internal sealed class Printer(TextWriter output, DeploymentLog log, bool isPreview, bool showsDiff)
{
    public void Begin(string title)
    {
        output.WriteLine(title);
        if (!isPreview)
        {
            log.StepEnded += PrintProgress;
        }
    }

    public void End(TimeSpan duration)
    {
        output.WriteLine();
        PrintTree();
        if (showsDiff)
        {
            PrintChanges();
        }

        PrintDiagnostics();
        PrintOutputs();
        PrintCounts(duration);
    }

    private void PrintProgress(Step step)
    {
        if (step.Operation is StepOperation.Same or StepOperation.Replace || step.IsInternal)
        {
            return;
        }

        var word = step.Error is null ? Signs.Done(step.Operation) : "failed";
        output.WriteLine($" {Signs.Of(step.Operation)} {step.Type} {step.Name} {word} ({Seconds(step.Duration)})");
    }

    private void PrintTree()
    {
        List<string[]> rows = [["    ", "Type", "Name", isPreview ? "Plan" : "Status", "Info"], .. new ResourceTree(log, isPreview).Rows()];
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == 0 ? cell : cell.PadRight(widths[column]))).TrimEnd());
        }

        output.WriteLine();
    }

    private void PrintChanges()
    {
        foreach (var step in log.Steps.Where(
            step => step.Changes.Count > 0 && !step.IsInternal && step.Operation is not (StepOperation.CreateReplacement or StepOperation.Same)))
        {
            output.WriteLine($"  {Signs.Of(step.Operation)}{step.Type}: ({Signs.Plan(step.Operation)})");
            output.WriteLine($"      [id={(step.Old ?? step.State).Id}]");
            output.WriteLine($"      [urn={step.Urn}]");
            foreach (var line in ChangeText.Of(step))
            {
                output.WriteLine($"    {line}");
            }

            output.WriteLine();
        }
    }

    private void PrintDiagnostics()
    {
        var shown = log.Diagnostics.Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Debug).ToList();
        if (shown.Count == 0)
        {
            return;
        }

        output.WriteLine("Diagnostics:");
        foreach (var group in shown.GroupBy(diagnostic => diagnostic.Urn))
        {
            output.WriteLine(group.Key.Length == 0 ? "  the stack:" : $"  {Urns.Type(group.Key)} ({Urns.Name(group.Key)}):");
            foreach (var diagnostic in group)
            {
                output.WriteLine($"    {Word(diagnostic.Severity)}{diagnostic.Message.ReplaceLineEndings(Environment.NewLine + "      ")}");
            }

            output.WriteLine();
        }
    }

    private void PrintOutputs()
    {
        var changes = log.OldOutputs.Keys.Union(log.Outputs.Keys).Order(StringComparer.Ordinal).ToList();
        if (changes.Count == 0)
        {
            return;
        }

        output.WriteLine("Outputs:");
        var width = changes.Max(key => key.Length);
        foreach (var key in changes)
        {
            var before = log.OldOutputs.GetValueOrDefault(key);
            var after = log.Outputs.GetValueOrDefault(key);
            output.WriteLine("  " + Describe(key.PadRight(width), before, after));
        }

        output.WriteLine();
    }

    private static string Describe(string key, PropertyValue? before, PropertyValue? after) => (before, after) switch
    {
        (null, _) => $"+ {key}: {ValueText.Of(after)}",
        (_, null) => $"- {key}: {ValueText.Of(before)}",
        _ when before.Equals(after) => $"  {key}: {ValueText.Of(after)}",
        _ => $"~ {key}: {ValueText.Of(before)} => {ValueText.Of(after)}",
    };

    private void PrintCounts(TimeSpan duration)
    {
        output.WriteLine("Resources:");
        foreach (var line in StepCounts.Lines(log.Steps, isPreview))
        {
            output.WriteLine("    " + line);
        }

        if (!isPreview)
        {
            output.WriteLine($"{Environment.NewLine}Duration: {Seconds(duration)}");
        }

        output.WriteLine();
    }

    private static string Word(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Warning => "warning: ",
        DiagnosticSeverity.Error => "error: ",
        _ => "",
    };

    private static string Seconds(TimeSpan duration) => duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + "s";
}
