using System.Globalization;
using System.Text;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Commands.Planning;

/// <summary>A plan as a PowerShell script: calls that could be pasted into the management shell of the server that is named above them, and
/// everything else as comments.</summary>
internal static class PlanText
{
    public static string Title(string urn) => $"{PackageTokens.TypeOf(urn).Split(':')[^1]} \"{PackageTokens.NameOf(urn)}\"";

    public static string Count(int commands) => commands switch
    {
        0 => "no cmdlet",
        1 => "1 cmdlet",
        _ => string.Create(CultureInfo.InvariantCulture, $"{commands} cmdlets"),
    };

    public static string Write(OrderedPlan plan)
    {
        var text = new StringBuilder();
        var stack = plan.Stack.Length == 0 ? "" : $" in stack {plan.Stack}";
        Comment(text, $"What \"pulumi up\" would run{stack}, in this order; planned {Instant.Format(plan.At)} by reads alone.");
        Comment(text, "Passwords, keys and files are left out, and what only the update makes is named in brackets.");
        foreach (var engine in plan.EnginesWithout)
        {
            Comment(text, $"The engine \"{engine}\" runs no cmdlets: \"pulumi preview\" shows all that it does.");
        }

        foreach (var (operation, step) in plan.Steps)
        {
            Add(text, Spoken(operation), step);
        }

        if (plan.Steps.IsEmpty)
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

    private static string Spoken(string operation) => operation switch
    {
        "create-replacement" => "create the replacement",
        "delete-replaced" => "delete the replaced",
        _ => operation,
    };

    private static void Comment(StringBuilder text, string comment)
    {
        foreach (var line in comment.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            text.Append("# ").AppendLine(line);
        }
    }
}
