using System.CommandLine;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary><c>--format FORMAT</c>: in which form a command writes what it has to tell; <c>--json</c> is short for one of them.</summary>
internal sealed class FormatOption : Option<string?>
{
    public const string JsonForm = "json";

    private readonly string usual;

    /// <param name="forms">Which there are; the first is what is written without the option.</param>
    public FormatOption(params string[] forms)
        : base("--format")
    {
        usual = forms[0];
        HelpName = "FORMAT";
        Description = $"{string.Join(", ", forms[..^1])} or {forms[^1]}; {usual} without it";
        this.NeedsValue();
        CompletionSources.Add(forms);
        Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: { Length: > 0 } given }] && !forms.Contains(given))
            {
                var near = Suggestion.For(given, forms);
                result.AddError($"--format takes {string.Join(", ", forms[..^1])} or {forms[^1]}, not \"{given}\"." + (near is null ? "" : $" Did you mean {near}?"));
            }
        });
    }

    public Option<bool> Json { get; } = new("--json") { Description = "Write JSON, for programs: the same as --format json" };

    public string In(ParseResult parsed) => In(parsed, [usual]);

    /// <param name="parsed">The command line.</param>
    /// <param name="forms">Which there are of what is written; the first is the usual one.</param>
    public string In(ParseResult parsed, string[] forms) => parsed.GetValue(this) ?? (parsed.GetValue(Json) ? JsonForm : forms[0]);
}
