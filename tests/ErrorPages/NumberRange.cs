using System.Collections.Immutable;

namespace PartnerTrust.ErrorPages;

/// <summary>A thousand of numbers and what they are about.</summary>
/// <param name="Prefix">With what the numbers begin.</param>
/// <param name="Subject">What they are about.</param>
internal sealed record NumberRange(string Prefix, string Subject)
{
    public static ImmutableArray<NumberRange> All { get; } =
    [
        new("PT1", "Inputs, configuration, functions"),
        new("PT2", "Certificates"),
        new("PT3", "Metadata documents"),
        new("PT4", "Partner applications, OAuth configuration, authorization servers"),
        new("PT5", "Tokens"),
        new("PT6", "Connectivity"),
        new("PT7", "Store, engine and previews"),
        new("PT8", "Plugin, lab and PowerShell"),
        new("PT9", "Rollover"),
    ];
}
