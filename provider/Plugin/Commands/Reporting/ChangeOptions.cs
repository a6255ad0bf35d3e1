using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;

namespace PartnerTrust.Plugin.Commands.Reporting;

/// <summary>The options by which <c>report</c> is told of a change, instead of a place.</summary>
internal sealed class ChangeOptions
{
    private readonly Option<string> before = new Option<string>(StackFileObserver.BeforeOption)
    {
        HelpName = "STATE",
        Description = "What \"pulumi stack export\" writes, with --after: the trust before the change",
    }.NeedsValue();

    private readonly Option<string> after = new Option<string>(StackFileObserver.AfterOption)
    {
        HelpName = "PREVIEW",
        Description = "What \"pulumi preview --json\" writes: tell what the change adds to the trust and takes away (md, mermaid or json)",
    }.NeedsValue();

    /// <param name="command">What takes them.</param>
    /// <param name="places">What names a place, of which none may be given with them.</param>
    /// <param name="format">In which form the command writes.</param>
    public void AddTo(Command command, IEnumerable<Option> places, FormatOption format)
    {
        command.Options.Add(before);
        command.Options.Add(after);
        command.Validators.Add(result =>
        {
            if (result.GetResult(after) is null)
            {
                if (result.GetResult(before) is not null)
                {
                    result.AddError($"{before.Name} needs {after.Name} beside it; the trust of a state alone is told with {SourceOptions.StateOption}.");
                }
            }
            else if (places.FirstOrDefault(place => result.GetResult(place) is not null) is { } place)
            {
                result.AddError($"{after.Name} and {place.Name} name two places: give one of them.");
            }
            else if (result.GetValue(format) is { } form && !ReportForms.OfChange.Contains(form))
            {
                result.AddError($"With {after.Name}, --format takes {Listed(ReportForms.OfChange)}, not \"{form}\".");
            }
        });
    }

    /// <summary>The files; null where no change is to be told.</summary>
    public (string? Before, string After)? In(ParseResult parsed) =>
        parsed.GetValue(after) is { } preview ? (parsed.GetValue(before), preview) : null;

    private static string Listed(string[] forms) => $"{string.Join(", ", forms[..^1])} or {forms[^1]}";
}
