using System.Collections.Immutable;
using System.Globalization;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>An answer as people read it on a terminal.</summary>
/// <param name="width">How many columns a line may have.</param>
internal sealed class AnswerText(int width)
{
    private const int MostInFull = 3;
    private const int MostInBrief = 10;
    private const string Indent = "  ";

    private readonly PlainMarkdown markdown = new(width);

    public string Of(Answer answer)
    {
        var isInFull = answer.Found.Length <= MostInFull;
        IEnumerable<IEnumerable<string>> parts =
        [
            .. answer.Notes.Select(note => markdown.Lines(note, "")),
            .. (isInFull ? answer.Explanations : answer.Named).Select(InFull),
            InBrief("It may be one of these; \"explain NUMBER\" tells more of each:", isInFull ? [] : answer.Found),
            InBrief("See also, less likely:", answer.SeeAlso),
        ];
        return string.Concat(string.Join("\n\n", parts.Select(part => string.Join('\n', part)).Where(part => part.Length > 0))
            .Split('\n').Select(line => line + Environment.NewLine));
    }

    private IEnumerable<string> InFull(Explanation explanation) =>
    [
        .. markdown.Lines($"{explanation.Number} ({explanation.Kind}): {explanation.Meaning}", ""),
        .. Section("How it comes about", explanation.Cause),
        .. Section("On a real server", explanation.Seen),
        .. Section("What to do", explanation.Remedy),
        .. AlsoKnownAs(explanation.Signs),
        "",
        FaultPage.AddressOf(explanation.Number).AbsoluteUri,
    ];

    private IEnumerable<string> Section(string heading, string text) =>
        text.Length == 0 ? [] : ["", heading, .. markdown.Lines(text, Indent)];

    private static IEnumerable<string> AlsoKnownAs(ImmutableArray<Sign> signs) =>
        signs.IsEmpty ? [] : ["", "Also known as", .. signs.Select(sign => Indent + sign.Text)];

    private IEnumerable<string> InBrief(string heading, ImmutableArray<Explanation> explanations) => explanations.IsEmpty
        ? []
        : [heading, .. explanations.Take(MostInBrief).SelectMany(Brief), .. Rest(explanations.Length - MostInBrief)];

    private IEnumerable<string> Brief(Explanation explanation) => markdown.Lines($"- {explanation.Number}: {explanation.Meaning}", Indent);

    private static IEnumerable<string> Rest(int count) =>
        count <= 0 ? [] : [Indent + string.Create(CultureInfo.InvariantCulture, $"- and {count} more: --json names all")];
}
