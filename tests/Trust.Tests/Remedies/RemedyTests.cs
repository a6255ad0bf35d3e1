using PartnerTrust.Trust.Tests.Faults;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>What a message says is to be done is done, with nothing else, and then it is told no more and nothing else instead.</summary>
public sealed class RemedyTests
{
    private static readonly Dictionary<string, Remedy> Rows = RemedyTable.All.ToDictionary(remedy => remedy.ToString());

    public static TheoryData<string> Tokens => Names([.. RemedyTable.Tokens, .. RemedyTable.Audiences, .. RemedyTable.Times]);

    public static TheoryData<string> Rights => Names([.. RemedyTable.Callers, .. RemedyTable.Rights]);

    public static TheoryData<string> Calls => Names(RemedyTable.Calls);

    public static TheoryData<string> Documents => Names(RemedyTable.Documents);

    public static TheoryData<string> Certificates => Names(RemedyTable.Certificates);

    public static TheoryData<string> Rollovers => Names(RemedyTable.Rollovers);

    public static TheoryData<string> Followed => [.. CatalogueTests.Codes.Where(code => code.StartsWith("PT5", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_token_is_accepted_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Rights))]
    public void A_caller_is_let_in_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Calls))]
    public void A_call_is_foretold_to_succeed_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_is_taken_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Certificates))]
    public void A_certificate_is_taken_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Rollovers))]
    public void A_rollover_is_planned_then(string name) => Follow(Rows[name]);

    [Theory]
    [MemberData(nameof(Followed))]
    public void Every_number_of_a_token_is_followed_here_or_on_a_whole_stack(string number) =>
        Assert.True(Rows.Values.Any(row => row.Number == number) != RemedyTable.OnWholeStacks.Contains(number), number);

    private static void Follow(Remedy remedy)
    {
        var situation = remedy.Wrong();
        var told = situation.Judge();
        var fault = Assert.Single(told.Faults, fault => fault.Code == remedy.Number);
        Assert.Contains(remedy.Words, fault.Remedy, StringComparison.Ordinal);
        Assert.EndsWith(fault.Remedy, fault.ToString(), StringComparison.Ordinal);
        Assert.True(fault.IsWarning || !told.Accepted, fault.Text);

        var after = remedy.Follow(situation).Judge();

        Assert.DoesNotContain(after.Faults, other => other.Code == remedy.Number);
        Assert.True(after.Accepted && after.Faults.IsEmpty, string.Join("\n", after.Faults));
    }

    private static TheoryData<string> Names(IEnumerable<Remedy> rows) => [.. rows.Select(row => row.ToString())];
}
