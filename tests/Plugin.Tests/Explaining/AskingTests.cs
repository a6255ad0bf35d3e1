using PartnerTrust.Plugin.Commands.Explaining;

namespace PartnerTrust.Plugin.Tests.Explaining;

/// <summary>What is found by what somebody asks.</summary>
public sealed class AskingTests
{
    private static readonly ExplanationIndex Index = new(SmallCatalogue.All);

    [Theory]
    [InlineData("PT5025", "PT5025")]
    [InlineData("pt5025", "PT5025")]
    [InlineData("5025", "PT5025")]
    [InlineData("PT-5025", "PT5025")]
    [InlineData("PT5025.", "PT5025")]
    [InlineData("5025 pt1016, PT5025", "PT5025 PT1016")]
    [InlineData("PT5025 2000004", "PT5025 PT5043")]
    [InlineData("2000003", "PT5041 PT5042")]
    [InlineData("2000004 2000008", "PT5043 PT5060")]
    [InlineData("1003", "PT1003 PT2030 PT2031")]
    [InlineData("32054", "PT5043")]
    [InlineData("event 1003", "PT2030 PT2031")]
    [InlineData("Event ID: 32054", "PT5043")]
    [InlineData("EventID=2004", "PT2004")]
    [InlineData("<EventID>2004</EventID>", "PT2004")]
    [InlineData("Source: MSExchange Front End HTTPS Proxy\r\nEvent ID: 1003", "PT2030")]
    [InlineData("error_category=\"invalid_signature\"", "PT5025 PT5028")]
    [InlineData("ERROR_CATEGORY='Invalid_Signature'", "PT5025 PT5028")]
    [InlineData("error_category=&quot;invalid_tenant&quot;", "PT5043")]
    [InlineData("invalid_grant", "PT5060")]
    [InlineData("The token has an invalid signature.", "PT5025")]
    [InlineData("the token HAS an invalid\n     | signature", "PT5025")]
    [InlineData("The \u001b[31;1mtoken has an invalid sig\r\nnature\u001b[0m.", "PT5025")]
    [InlineData("2000000;reason=\"The token has an invalid signature.\";error_category=\"invalid_signature\"", "PT5025")]
    [InlineData("x-ms-diagnostics: 2000003;reason=\"The audience claim value is invalid 'aud'.\";error_category=\"invalid_resource\"", "PT5041")]
    [InlineData(
        "x-ms-diagnostics: 2000003;reason=\"The hostname component of the audience claim value is invalid. Expected 'https://mail.contoso.com/EWS'. Actual 'http://mail.contoso.com/EWS'.\"",
        "PT5042")]
    [InlineData("The tenant for tenant guid ‘contoso.com’ does not exist.", "PT5043")]
    [InlineData(@"{""x-ms-diagnostics"":""2000004;reason=\""The tenant for tenant guid 'contoso.com' does\nnot exist.\"";error_category=\""invalid_tenant\""""}", "PT5043")]
    [InlineData("reason=&quot;The user specified by the user-context in the token does not exist.&quot;", "PT5070")]
    [InlineData("2000008;reason=\"something new\";error_category=\"invalid_grant\"", "PT5060")]
    [InlineData("2000008;reason=\"something new\";error_category=\"of_another_time\"", "PT5060")]
    [InlineData("… partner application '00000004-0000-0ff1-ce00-000000000000'. 401", "")]
    [InlineData("HMACProvider.GetCertificates:protectionCertificates.Length<1", "PT2030")]
    [InlineData("System.Exception: ErrorIncorrectExchangeServerVersion at line 3", "PT4101")]
    [InlineData(
        "The trusted issuers contained the following entries '00000001-0000-0000-c000-000000000000@contoso.com'. None of them are configured locally.",
        "PT6013")]
    [InlineData("error: trust: PT5025: The token … Expected: …\n  warning: source.pfxFile: PT1016: \"x\" cannot be read", "PT5025 PT1016")]
    [InlineData("Since Monday Lync says event 32054, and the proxy (event 2004) nothing", "PT2004 PT5043")]
    [InlineData("the audience claim value", "")]
    [InlineData("XPT5025 PT50255 2000000000", "")]
    [InlineData("", "")]
    public void It_is_found(string asked, string numbers)
    {
        var answer = Index.Ask(new AskedText(asked));

        Assert.Equal(numbers, string.Join(' ', answer.Explanations.Select(found => found.Number)));
    }

    [Theory]
    [InlineData("PT5025: refused with 2000008;reason=\"…\"", "PT5060")]
    [InlineData("2000000;reason=\"The token has an invalid signature.\"", "PT5028")]
    [InlineData("Event ID: 1003, Source: MSExchange Front End HTTPS Proxy", "PT2031")]
    [InlineData("PT5025 2000000", "")]
    public void What_fits_less_well_is_named_beside_it(string asked, string numbers) =>
        Assert.Equal(numbers, string.Join(' ', Index.Ask(new AskedText(asked)).SeeAlso.Select(found => found.Number)));

    [Theory]
    [InlineData("PT5205", "PT5205", "PT5025 PT5070 PT5060")]
    [InlineData("9999", "PT9999", "PT6013 PT5070 PT5060")]
    [InlineData("PT1004 PT1003", "PT1004", "PT1003 PT1016 PT2004")]
    public void A_number_that_does_not_exist_is_told_with_the_nearest(string asked, string number, string nearest)
    {
        var unknown = Assert.Single(Index.Ask(new AskedText(asked)).Unknown);

        Assert.Equal((number, nearest), (unknown.Number, string.Join(' ', unknown.Nearest)));
    }

    [Fact]
    public void A_bare_number_that_is_an_event_is_no_unknown_number_of_ours() =>
        Assert.Empty(new ExplanationIndex([SmallCatalogue.Of("PT5043", "", "event 1017")]).Ask(new AskedText("1017")).Unknown);

    [Theory]
    [InlineData("2000001")]
    [InlineData("x-ms-diagnostics: 2000013;reason=\"something\"")]
    public void A_code_that_no_document_explains_is_told_as_that(string asked)
    {
        var answer = Index.Ask(new AskedText(asked));

        var note = Assert.Single(answer.Notes);
        Assert.Contains("No public document tells what it stands for", note, StringComparison.Ordinal);
        Assert.Contains("2000000 (PT5025, PT5028), 2000003 (PT5041, PT5042), 2000004 (PT5043), 2000008 (PT5060).", note, StringComparison.Ordinal);
        Assert.True(answer.SaysSomething);
        Assert.Empty(answer.Explanations);
    }

    [Theory]
    [InlineData("2000014")]
    [InlineData("1999999")]
    [InlineData("2000008")]
    public void Nothing_is_said_of_codes_that_are_documented_or_not_known_to_exist(string asked) =>
        Assert.Empty(Index.Ask(new AskedText(asked)).Notes);
}
