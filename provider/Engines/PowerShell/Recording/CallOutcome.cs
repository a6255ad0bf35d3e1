using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Recording;

/// <summary>How a call ended, in a word or two: errors by what they are, never by what they say, for that may hold anything.</summary>
internal static class CallOutcome
{
    /// <param name="answer">What came of it; null where no answer came.</param>
    public static string Of(CallAnswer? answer) => answer switch
    {
        null => "no answer",
        { Succeeded: true } => "done",
        { Errors: [var error, ..] } =>
            $"{answer.Ending.ToString().ToLowerInvariant()} ({error.Category}, {error.Reason}, {Identifier(error.ShortId.Split(',')[0])})",
        _ => answer.Ending.ToString().ToLowerInvariant(),
    };

    /// <summary>Where a script throws a text, that is the id as well.</summary>
    private static string Identifier(string id) => id.All(unit => char.IsAsciiLetterOrDigit(unit) || unit is '_' or '.') ? id : "-";
}
