using PartnerTrust.Reports.Writing;

namespace PartnerTrust.Reports.Html;

/// <summary>A part of a page that can be gone to.</summary>
/// <param name="Id">Its fragment.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What follows the heading.</param>
public sealed record HtmlSection(string Id, string Title, Markup Content);
