using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>A plan as a PowerShell script: calls that could be pasted into the management shell of the server that is named above them, and
/// everything else as comments.</summary>
internal sealed class PlanText(DateTimeOffset now, ImmutableArray<DigestStep> digest, ImmutableArray<PlannedStep> planned)
{
    /// <summary>The stack's engines that run no cmdlets.</summary>
    public required ImmutableArray<string> EnginesWithout { get; init; }

    public static string Title(string urn) => $"{PackageTokens.TypeOf(urn).Split(':')[^1]} \"{PackageTokens.NameOf(urn)}\"";

    public static string Count(int commands) => commands switch
    {
        0 => "no cmdlet",
        1 => "1 cmdlet",
        _ => string.Create(CultureInfo.InvariantCulture, $"{commands} cmdlets"),
    };

    public override string ToString()
    {
        var text = new StringBuilder();
        Comment(text, $"What \"pulumi up\" would run{OfStack()}, in this order; planned {Instant.Format(now)} by reads alone.");
        Comment(text, "Passwords, keys and files are left out, and what only the update makes is named in brackets.");
        foreach (var engine in EnginesWithout)
        {
            Comment(text, $"The engine \"{engine}\" runs no cmdlets: \"pulumi preview\" shows all that it does.");
        }

        var steps = InOrder().ToList();
        foreach (var (operation, step) in steps)
        {
            Add(text, operation, step);
        }

        if (steps.Count == 0)
        {
            text.AppendLine();
            Comment(text, "Nothing is to be done.");
        }

        return text.ToString();
    }

    private static void Add(StringBuilder text, string operation, PlannedStep step)
    {
        text.AppendLine();
        Comment(text, $"{Title(step.Urn)} ({operation}){(step.Commands.IsEmpty ? ": runs no cmdlet" : "")}");
        var server = "";
        foreach (var command in step.Commands)
        {
            if (command.Server != server)
            {
                server = command.Server;
                Comment(text, $"on {server}:");
            }

            text.AppendLine(command.Text);
        }

        foreach (var remark in step.Remarks)
        {
            Comment(text, remark);
        }
    }

    /// <summary>As the engine orders them: it tells of what it deletes when, too. What it does not speak of comes last.</summary>
    private IEnumerable<(string Operation, PlannedStep Step)> InOrder()
    {
        var left = planned.ToList();
        foreach (var step in digest)
        {
            foreach (var own in left.Where(own => own.Urn == step.Urn && own.Deletes == step.Deletes).ToList())
            {
                left.Remove(own);
                yield return (Spoken(step.Operation), own);
            }
        }

        foreach (var own in left)
        {
            yield return ("planned", own);
        }
    }

    private static string Spoken(string operation) => operation switch
    {
        "create-replacement" => "create the replacement",
        "delete-replaced" => "delete the replaced",
        _ => operation,
    };

    private string OfStack() =>
        digest.Select(step => PackageTokens.StackOf(step.Urn)).FirstOrDefault() is { Length: > 0 } stack ? $" in stack {stack}" : "";

    private static void Comment(StringBuilder text, string comment)
    {
        foreach (var line in comment.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            text.Append("# ").AppendLine(line);
        }
    }
}
