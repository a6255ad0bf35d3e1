using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Trust.Tests.Registration;

/// <summary>Names and addresses that people write.</summary>
public class NameRulesTests
{
    [Theory]
    [InlineData("LyncEnterprise-ApplicationAccount")]
    [InlineData("litwareinc.com/Users/Exchange Online-ApplicationAccount")]
    [InlineData("Konto für Lync")]
    [InlineData("x")]
    public void An_account_is_named_by_its_name_perhaps_behind_a_folder(string name) => Assert.Null(LinkedAccountRules.RefuseName(name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t")]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u200B")]
    [InlineData("\uFEFF \u2060")]
    [InlineData("litwareinc.com/Users/")]
    [InlineData("litwareinc.com/Users/ ")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("folder\n/name")]
    public void A_name_in_which_there_is_nothing_to_see_or_that_breaks_the_line_is_refused(string name)
    {
        var refusal = LinkedAccountRules.RefuseName(name);

        Assert.Equal(("PT1012", "linkedAccount.name"), (refusal?.Code, refusal?.Property));
    }

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public void A_name_is_no_longer_than_the_directory_allows(int length, bool refused)
    {
        Assert.Equal(refused, LinkedAccountRules.RefuseName(new string('a', length)) is not null);
        Assert.Equal(refused, LinkedAccountRules.RefuseName($"{new string('f', 200)}/{new string('a', length)}") is not null);
    }

    [Theory]
    [InlineData("kenmyer@litwareinc.com")]
    [InlineData("Ken.Myer+lync@mail.litwareinc.com")]
    [InlineData("o'brien@litwareinc.com")]
    [InlineData("!#$%&*-/=?^_`{|}~@litwareinc.com")]
    [InlineData("a@b.co")]
    [InlineData("\"Ken Myer\"@litwareinc.com")]
    [InlineData("\"a@b\\\"c\"@litwareinc.com")]
    [InlineData("ken@xn--litware-q2a.com")]
    public void An_address_is_a_local_part_and_a_domain(string address) => Assert.True(SmtpAddresses.IsValid(address));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("kenmyer")]
    [InlineData("litwareinc.com")]
    [InlineData("@litwareinc.com")]
    [InlineData("kenmyer@")]
    [InlineData("kenmyer@litwareinc")]
    [InlineData("kenmyer@litwareinc.com.")]
    [InlineData("kenmyer@.litwareinc.com")]
    [InlineData("kenmyer@litwareinc..com")]
    [InlineData("kenmyer@-litwareinc.com")]
    [InlineData("kenmyer@192.168.0.1")]
    [InlineData("kenmyer@litware inc.com")]
    [InlineData("kenmyer@@litwareinc.com")]
    [InlineData("ken@myer@litwareinc.com")]
    [InlineData("ken myer@litwareinc.com")]
    [InlineData(" kenmyer@litwareinc.com")]
    [InlineData("kenmyer@litwareinc.com ")]
    [InlineData("kenmyer@litwareinc.com\n")]
    [InlineData("ken\0myer@litwareinc.com")]
    [InlineData(".kenmyer@litwareinc.com")]
    [InlineData("kenmyer.@litwareinc.com")]
    [InlineData("ken..myer@litwareinc.com")]
    [InlineData("sip:kenmyer@litwareinc.com")]
    [InlineData("smtp:kenmyer@litwareinc.com")]
    [InlineData("mailto:kenmyer@litwareinc.com")]
    [InlineData("<kenmyer@litwareinc.com>")]
    [InlineData("Ken Myer <kenmyer@litwareinc.com>")]
    [InlineData("kenmyer@litwareinc.com, pilar@litwareinc.com")]
    [InlineData("kenmyer@litwareinc.com;pilar@litwareinc.com")]
    [InlineData("ken(comment)@litwareinc.com")]
    [InlineData("\"\"@litwareinc.com")]
    [InlineData("\"@litwareinc.com")]
    [InlineData("\"a\"b\"@litwareinc.com")]
    [InlineData("\"a\\\"@litwareinc.com")]
    [InlineData("k\u00e9nmyer@litwareinc.com")]
    [InlineData("kenmyer@litwar\u00e9inc.com")]
    public void What_is_none_is_told(string address) => Assert.False(SmtpAddresses.IsValid(address));

    [Fact]
    public void An_address_has_an_end()
    {
        Assert.True(SmtpAddresses.IsValid(new string('a', 64) + "@litwareinc.com"));
        Assert.False(SmtpAddresses.IsValid(new string('a', 65) + "@litwareinc.com"));
        Assert.False(SmtpAddresses.IsValid("a@" + string.Concat(Enumerable.Repeat("litware.", 32)) + "com"));
    }
}
