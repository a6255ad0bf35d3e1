using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Engines.Tests.PowerShell.Model;

namespace PartnerTrust.Engines.Tests.PowerShell.Cmdlets;

/// <summary>No call says anything that is not documented.</summary>
public sealed class DocumentedCmdletTests
{
    private const string NotHere = "The documented cmdlets (../shared/cmdlets.json) are not on this machine.";

    public static TheoryData<string> Calls => [.. EveryCall.All.Select((call, index) => $"{index}: {CallText.Of(call)}")];

    public static TheoryData<string> Issuers => [.. EveryCall.SharePointIssuers.Select((call, index) => $"{index}: {CallText.Of(call)}")];

    [SkippableTheory]
    [MemberData(nameof(Calls))]
    public void Every_call_is_in_a_documented_set_and_asks_nobody(string text)
    {
        var documented = DocumentedSets.Find();
        Skip.If(documented is null, NotHere);
        var call = Taken(EveryCall.All, text);

        var sets = documented!.Of(call).ToList();

        Assert.NotEmpty(sets);
        Assert.All(sets, set => Assert.Equal(set.Parameters.Any(parameter => parameter.Name == "Confirm"), IsUnconfirmed(call)));
    }

    [Theory]
    [MemberData(nameof(Issuers))]
    public void Every_call_about_an_issuer_is_in_a_set_of_older_farms_too(string text) =>
        Assert.NotEmpty(DocumentedSets.OlderSharePoint.Of(Taken(EveryCall.SharePointIssuers, text)));

    [Fact]
    public void The_table_lists_exactly_what_is_used()
    {
        var used = EveryCall.All
            .GroupBy(call => call.Cmdlet, call => call.Parameters.Select(parameter => parameter.Name))
            .ToDictionary(group => group.Key, group => group.SelectMany(names => names).Distinct().Order(StringComparer.Ordinal).ToList());

        Assert.Equal(
            AllowedCmdlets.All.ToDictionary(cmdlet => cmdlet.Name, cmdlet => cmdlet.Parameters.Order(StringComparer.Ordinal).ToList()), used);
    }

    [Fact]
    public void Every_call_of_Exchange_is_held_to_one_domain_controller() => Assert.All(
        EveryCall.Exchange(new ExchangeCmdlets("dc1")),
        call => Assert.Contains(new CmdletParameter("DomainController", new CmdletValue.Text("dc1")), call.Parameters));

    [Fact]
    public void What_asks_before_it_writes_is_told_to_go_on() => Assert.All(
        EveryCall.All.Where(call => call.Cmdlet is "Set-AuthConfig" or "Set-CsCertificate" or "Import-CsCertificate"
            || call.Cmdlet.StartsWith("Remove-Cs", StringComparison.Ordinal)),
        call => Assert.Contains(new CmdletParameter("Force", new CmdletValue.Switch(true)), call.Parameters));

    [Theory]
    [InlineData("get-authconfig")]
    [InlineData(@"Microsoft.Exchange\Get-AuthConfig")]
    [InlineData("Get-AuthConfig ")]
    [InlineData("Remove-ExchangeCertificate")]
    public void A_cmdlet_is_found_by_its_exact_name_alone(string name) => Assert.Null(AllowedCmdlets.Find(name));

    private static bool IsUnconfirmed(CmdletCall call) =>
        call.Parameters.Contains(new CmdletParameter("Confirm", new CmdletValue.Switch(false)));

    private static CmdletCall Taken(IEnumerable<CmdletCall> calls, string text) => calls.ElementAt(int.Parse(text.Split(':')[0]));
}
