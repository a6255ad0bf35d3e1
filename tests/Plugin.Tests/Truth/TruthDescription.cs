using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>Programs and runs in lines that people read.</summary>
internal static partial class TruthDescription
{
    public static string Of(TruthProgram program, int run)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"run {run}\n  settings {Of(program.Settings)}"));
        text.Append(program.IsReordered ? "\n  in another order than the update" : "");
        text.Append(program.DeclaresOrder ? "" : "\n  in an order that is not declared");
        foreach (var resource in program.Resources)
        {
            var provider = resource.Provider == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" by provider {resource.Provider}");
            var foreign = resource.Foreign.IsEmpty ? "" : $" unknown in the preview: {string.Join(", ", resource.Foreign)}";
            var former = resource.FormerName is null ? "" : $" formerly {resource.FormerName}";
            var inputs = Of(resource.Inputs((name, output) => $"<{name}.{output}>"));
            text.Append(CultureInfo.InvariantCulture, $"\n  {resource.Type} {resource.Name}{former}{provider}{foreign} {inputs}");
        }

        return text.ToString();
    }

    public static string Of(string command, TruthRun run)
    {
        var text = new StringBuilder($"  {command}:");
        foreach (var turn in run.Turns.Values.Where(turn => turn.Step != TruthStep.Same || turn.Failure is not null || !turn.Told.IsEmpty))
        {
            var step = turn.IsSkipped ? "skipped" : $"{turn.Step}";
            var verdict = command == "up" && Foreseen.IsCheck(turn) && !turn.IsSkipped ? $" {Foreseen.FoundBy(turn)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"\n    {turn.Name}: {step}{verdict}{(turn.Failure is null ? "" : $" FAILED {turn.Failure}")}");
            foreach (var told in turn.Told)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n      {told}");
            }
        }

        foreach (var told in run.ToldAboutStack)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    {told}");
        }

        foreach (var (urn, told) in run.Closing)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    at its end, {urn[(urn.LastIndexOf(':') + 1)..]}: {told}");
        }

        foreach (var (name, failure) in run.FailedDeletions)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n    deletion of {name}: FAILED {failure}");
        }

        return text.ToString();
    }

    public static string Of(PropertyValue value) => value switch
    {
        PropertyMap map => "{" + string.Join(", ", map.AsEnumerable().Select(entry => $"{entry.Key}: {Of(entry.Value)}")) + "}",
        ListValue list => "[" + string.Join(", ", list.Items.Select(Of)) + "]",
        TextValue text => Key().Replace(text.Value, "…").ReplaceLineEndings(""),
        BoolValue flag => flag.Value ? "true" : "false",
        NumberValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        UnknownValue => "?",
        _ => value.ToString(),
    };

    [GeneratedRegex("[A-Za-z0-9+/=\n]{60,}")]
    private static partial Regex Key();
}
