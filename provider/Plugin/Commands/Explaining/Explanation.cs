using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Commands.Explaining;

/// <summary>All that is known of one number. Texts are Markdown; what the catalogue does not say is empty.</summary>
/// <param name="Number">For example <c>PT5025</c>.</param>
/// <param name="Meaning">What it means, in one line.</param>
/// <param name="IsWarning">Whether what was asked for goes on.</param>
/// <param name="Cause">How it comes about.</param>
/// <param name="Seen">How it is seen on a real server; empty where no server shows anything.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Signs">What servers say of it.</param>
internal sealed record Explanation(
    string Number, string Meaning, bool IsWarning, string Cause, string Seen, string Remedy, ImmutableArray<Sign> Signs)
{
    public string Kind => IsWarning ? "warning" : "refusal";
}
