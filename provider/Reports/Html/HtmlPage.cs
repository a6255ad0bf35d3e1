using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;
using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Html;

/// <summary>A whole document that loads nothing and runs nothing. Everything in it can be reached by keyboard.</summary>
/// <param name="Title">Of the page, such as <c>Trust report</c>.</param>
/// <param name="Lead">What stands beside the time, such as a link to look again; empty for nothing.</param>
/// <param name="Sections">In order.</param>
public sealed record HtmlPage(string Title, Markup Lead, ImmutableArray<HtmlSection> Sections)
{
    /// <summary>What a page may load: nothing but the style that it has itself.</summary>
    public const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    public string Write(TrustOverview overview)
    {
        var headline = Headline.Of(overview);
        var style = new Markup(PictureStyle.Colours + PictureStyle.Rules + HtmlStyle.Rules);
        return Markup.Of($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <title>{Words.Of(overview.Severity).ToUpperInvariant()}: {headline} - {Title}</title>
            <style>
            {style}
            </style>
            </head>
            <body>
            <a class="skip" href="#main">Skip to the trust</a>
            <header>
            <h1>{Title}</h1>
            <p class="headline">{HtmlText.Chip(overview.Severity, Words.Of(overview.Severity))} {HtmlText.Linked(headline)}.</p>
            <p class="soft">At {HtmlText.Time(overview.Now)}, by {overview.Observation.Source}. {Lead}</p>
            <nav aria-label="On this page"><ul>{Sections.Select(Link)}</ul></nav>
            </header>
            <main id="main" tabindex="-1">
            {Sections.Select(Write)}</main>
            <footer><p class="soft">Pulumi.PartnerTrust. Each number leads to its explanation.</p></footer>
            </body>
            </html>

            """).Text;
    }

    private static Markup Link(HtmlSection section) => Markup.Of($"<li><a href=\"#{section.Id}\">{section.Title}</a></li>");

    private static Markup Write(HtmlSection section) => Markup.Of($"""
        <section id="{section.Id}" aria-labelledby="{section.Id}-title">
        <h2 id="{section.Id}-title">{section.Title}</h2>
        {section.Content}
        </section>

        """);
}
