using System.Collections.Immutable;

namespace PartnerTrust.ErrorPages;

/// <summary>All that the catalogue says of one number. Texts are Markdown; those that nobody has written are empty.</summary>
/// <param name="Number">For example <c>PT5025</c>.</param>
/// <param name="IsWarning">Whether the operation goes on.</param>
/// <param name="Meaning">What it means, in one line.</param>
/// <param name="Cause">How it comes about.</param>
/// <param name="Seen">How it is seen on a real server.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Signs">What somebody who has never seen the number may ask by.</param>
/// <param name="Message">The message, with what varies in angle brackets. No Markdown.</param>
public sealed record CatalogueEntry(
    string Number, bool IsWarning, string Meaning, string Cause, string Seen, string Remedy, ImmutableArray<string> Signs, string Message);
