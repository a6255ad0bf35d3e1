using System.Text.RegularExpressions;

namespace PartnerTrust.Plugin.Tests.Truth.Closing;

/// <summary>A direction of which an update says that a deletion stops it.</summary>
/// <param name="Urn">What is deleted.</param>
/// <param name="From">Who called.</param>
/// <param name="To">Who was called.</param>
/// <param name="Kind">Which calls of it, where others go on; else empty.</param>
/// <param name="Number">Of the refusal.</param>
internal sealed partial record RemovalWords(string Urn, string From, string To, string Kind, string Number)
{
    public static IEnumerable<RemovalWords> In(IEnumerable<(string Urn, string Message)> told) =>
        from message in told
        let found = OnceDeleted().Match(message.Message)
        where found.Success
        select new RemovalWords(
            message.Urn, found.Groups["from"].Value, found.Groups["to"].Value, found.Groups["kind"].Value, found.Groups["number"].Value);

    [GeneratedRegex("PT7041: Once this is deleted, (?<from>\\S+) can no longer call (?<to>\\S+)(?<kind> for users| without a user)? \\((?<number>PT[0-9]{4}):")]
    private static partial Regex OnceDeleted();
}
