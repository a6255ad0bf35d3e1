using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Reports.Html;

/// <summary>Small pieces that pages are made of.</summary>
public static class HtmlText
{
    /// <summary>A word on a ground of its colour; the sign before it is not read out.</summary>
    /// <param name="kind">Class of the style: <c>good</c>, <c>warn</c>, <c>bad</c> or <c>plain</c>.</param>
    /// <param name="mark">The sign, such as a tick.</param>
    /// <param name="word">What it says.</param>
    public static Markup Chip(string kind, string mark, string word) =>
        Markup.Of($"<span class=\"chip {kind}\"><span aria-hidden=\"true\">{mark} </span>{Linked(word)}</span>");

    public static Markup Chip(Severity severity, string word) => Chip(PictureStyle.ClassOf(severity), severity switch
    {
        Severity.Well => "✓",
        Severity.Warning => "!",
        _ => "✗",
    }, word);

    /// <summary>What becomes of calls; of those that nobody makes, in no colour.</summary>
    public static Markup Chip(CallGroup calls) => calls.Matters
        ? Chip(PictureStyle.ClassOf(calls.First), Words.Mark(calls.First), calls.Verdict)
        : Chip("plain", Words.Mark(calls.First), calls.Verdict);

    /// <summary>A text, each number in it with a link to its explanation.</summary>
    public static Markup Linked(string text) => Markup.Join(
        NumberedText.Pieces(text).Select(piece => piece.IsNumber
            ? Markup.Of($"<a href=\"{FaultPage.AddressOf(piece.Piece).AbsoluteUri}\">{piece.Piece}</a>")
            : Markup.Of($"{piece.Piece}")));

    /// <summary>A moment, to the minute.</summary>
    public static Markup Time(DateTimeOffset time) => Markup.Of($"<time datetime=\"{Times.Exact(time)}\">{Times.Minute(time)}</time>");

    /// <summary>A moment, and how far off it is.</summary>
    public static Markup Time(DateTimeOffset time, DateTimeOffset now) => Markup.Of($"{Time(time)} <span class=\"soft\">({Times.Left(time, now)})</span>");

    /// <summary>A host name, which is broken after its dots where it has to be.</summary>
    public static Markup Name(string fqdn) => Markup.Join(fqdn.Split('.').Select(label => Markup.Of($"{label}")), ".<wbr>");

    public static Markup Code(string text) => Markup.Of($"<code>{text}</code>");

    public static Markup Soft(string text) => Markup.Of($"<span class=\"soft\">{text}</span>");
}
