using System.Collections.Immutable;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Picture;
using PartnerTrust.Reports.Writing;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Reports.Html.HtmlText;

namespace PartnerTrust.Reports.Html;

/// <summary>What every page tells of a trust, in the same words.</summary>
public static class HtmlSections
{
    public static ImmutableArray<HtmlSection> Of(TrustOverview overview) =>
    [
        new("directions", "Who accepts whom", Markup.Of($"{Picture(overview)}{Directions(overview)}")),
        new("findings", "What is wrong, or will be", HtmlFindings.Of(overview)),
        new("certificates", "Signing certificates", HtmlCertificates.Of(overview)),
        new("rollovers", "Next rollovers", HtmlRollovers.Of(overview)),
        new("servers", "Servers and realms", Servers(overview)),
    ];

    private static Markup Picture(TrustOverview overview) => overview.Observation.State.Servers.IsEmpty && !overview.IsPartial
        ? Markup.Empty
        : Markup.Of($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the trust; the table below says the same\">{TrustPicture.Of(overview)}</div>");

    private static Markup Directions(TrustOverview overview) => new HtmlTable(
        "Each direction, and what users have of it", ("Direction", 28), ("Calls", 26), ("Users have, or would have", 28), ("Until", 18)).Write(
        overview.Directions.Select(direction => new[]
        {
            Markup.Of($"{Name(direction.Direction.From.Fqdn)} <span class=\"soft\">calls</span> {Name(direction.Direction.To.Fqdn)}"),
            Markup.Join(CallGroup.Of(direction).Select(Verdict)),
            Lines(CallGroup.Of(direction).Select(calls => string.Join(", ", calls.Features))),
            Markup.Join(CallGroup.Of(direction).Select(calls => Until(calls, overview))),
        }),
        "No server has a record of another server yet.");

    private static Markup Verdict(CallGroup calls)
    {
        var user = calls.Calls.Select(call => call.SipUri).FirstOrDefault(sipUri => sipUri is not null);
        var asked = user is null ? Markup.Empty : Markup.Of($" <span class=\"soft\">asked for {user}</span>");
        var open = calls.First is { IsAccepted: true, Decisive: { } step } ? Markup.Of($" {step.Name}: {Linked(step.Detail)}") : Markup.Empty;
        var idle = calls.Matters ? Markup.Empty : Markup.Of($" <span class=\"soft\">no feature needs these calls</span>");
        return Markup.Of($"<div>{Chip(calls)}{asked}{open}{idle}</div>");
    }

    private static Markup Until(CallGroup calls, TrustOverview overview) => (calls.Until(overview.Now), calls.Nearness(overview)) switch
    {
        ("", _) => Markup.Empty,
        var (until, near) when near > Severity.Well && calls.Matters => Markup.Of($"<div>{Chip(near, until)}</div>"),
        var (until, _) => Markup.Of($"<div>{Linked(until)}</div>"),
    };

    private static Markup Lines(IEnumerable<string> lines) =>
        Markup.Join(lines.Where(line => line.Length > 0).Select(line => Markup.Of($"<div>{Linked(line)}</div>")));

    private static Markup Servers(TrustOverview overview) => new HtmlTable(
        "Each server, who it is to its partners, and where it says so", ("Server", 22), ("Product", 11), ("Realm and principal", 25), ("Machines", 20), ("Publishes at", 22)).Write(
        overview.Observation.State.Servers.Values.OrderBy(server => server.Product).ThenBy(server => server.Fqdn, StringComparer.Ordinal)
            .Select(server => Server(server, overview)),
        "No server is known.");

    private static Markup[] Server(Server server, TrustOverview overview)
    {
        var state = overview.Observation.State;
        var (application, realm) = AuthMetadata.PrincipalOf(server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
        var published = state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []);
        return
        [
            Name(server.Fqdn),
            Markup.Of($"{Words.Of(server.Product)}"),
            Markup.Of($"{realm}<div class=\"soft\">{Code($"{application}@{realm}")}</div>"),
            Lines(server.Members),
            published.IsEmpty ? Soft("nowhere") : Markup.Join(published.Select(url => Markup.Of($"<div>{Code(url.AbsoluteUri)}</div>"))),
        ];
    }
}
