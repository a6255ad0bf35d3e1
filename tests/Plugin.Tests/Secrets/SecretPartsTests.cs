using FsCheck;
using FsCheck.Fluent;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>The text of a secret, and every part by which it could be recognised, stays out of sentences.</summary>
public sealed class SecretPartsTests
{
    [Fact]
    [Trait("Size", "Nightly")]
    public void No_fault_shows_a_part_of_a_secret_URL() => Prop.ForAll(SecretUrl.Arbitrary, secret =>
    {
        var secrets = Holding(secret.Text);
        var faults = FaultSamples.Of(secret.Text).Concat(MetadataUrls.Validate(secret.Text) is { } refusal ? [refusal] : []);
        foreach (var fault in faults)
        {
            var shown = secrets.Hide(fault).Text;
            Assert.All(secret.Parts, part => Assert.DoesNotContain(part, shown, StringComparison.OrdinalIgnoreCase));
        }
    }).Check(GeneratedCases.Config(150, byNight: 5000));

    [Theory]
    [InlineData(
        "https://s3cret-host.contoso.com/metadata/json/1", "The host 's3cret-host.contoso.com' cannot be reached.", "s3cret-host", "contoso.com")]
    [InlineData("http://us3r:pa55@host7/x", "The metadata URL is \"http://host7/x\".", "us3r", "pa55", "host7")]
    [InlineData("HTTPS://S3cret.Example.COM:443/A%20b", "'https://s3cret.example.com/A%20b' answers 404", "s3cret", "A%20b")]
    [InlineData("https://s3cret.example.com/?token=abcdef", "'https://s3cret.example.com/?token=abcdef' and abcdef", "abcdef")]
    [InlineData("https://b\u00fccher.example/x", "(xn--bcher-kva.example:443)", "xn--bcher-kva")]
    [InlineData("s3cretUser:pa55w0rd@host", "\"host\" and s3cretUser and pa55w0rd", "s3cretUser", "pa55w0rd")]
    [InlineData("sip:s3cret.user@contoso.com", "Autodiscover refuses s3cret.user@contoso.com of contoso.com.", "s3cret", "contoso")]
    [InlineData("s3cret.contoso.com.", "\"S3CRET.contoso.com\" is configured twice, in contoso.com.", "s3cret", "contoso")]
    [InlineData("*.s3cret.com", "The allowed domain is s3cret.com", "s3cret")]
    [InlineData("CN=S3cret Name,O=Contoso", "Subject \"CN=S3cret Name, O=Contoso\" and S3cret Name of Contoso", "S3cret", "Contoso")]
    [InlineData("keys/s3cret.pfx", "\"/home/a/keys/s3cret.pfx\" and s3cret", "s3cret")]
    [InlineData("aa bb cc dd ee ff 00 11 22 33 44 55 66 77 88 99 aa bb cc dd", "AABBCCDDEEFF00112233445566778899AABBCCDD is bound", "AABBCC")]
    [InlineData("UzNjcmV0UGFzcw==", "the password S3cretPass", "S3cretPass")]
    [InlineData("S3cretPass", "base64 UzNjcmV0UGFzcw== of it", "UzNjcmV0")]
    [InlineData("a\"S3cret\"b", "{\\u0022: a\\u0022S3cret\\u0022b}", "S3cret")]
    [InlineData("S3cret & more", "S3cret%20%26%20more and S3cret &amp; more", "S3cret")]
    [InlineData("first line\nS3cret second", "\"first line S3cret second\" or S3cret second", "S3cret", "first line")]
    public void A_secret_is_hidden_in_every_spelling_and_piece_by_piece(string secret, string message, params string[] parts)
    {
        var shown = Holding(secret).Hide(message);

        Assert.All(parts, part => Assert.DoesNotContain(part, shown, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("[secret]", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://s3cret.com/metadata/json/1", "Lync: /metadata/json/1; Exchange: /autodiscover/metadata/json/1.")]
    [InlineData("https://server.s3cret.com/", "Look at the load of the server, then try again over https.")]
    [InlineData("abc", "The abc of it.")]
    [InlineData("us3r@host", "A trust3d us3rname on a host.")]
    public void Words_that_everybody_knows_stay_readable(string secret, string message) => Assert.Equal(message, Holding(secret).Hide(message));

    [Fact]
    public void A_quotation_that_ends_within_a_secret_shows_nothing_of_it()
    {
        var secret = "https://user:word@" + new string('x', 60) + ".com/" + new string('y', 200);

        var shown = Holding(secret).Hide(FaultCatalogue.MetadataUrlNotHttps(secret)).Found;

        Assert.Equal("The metadata URL is \"[secret]…\".", shown);
    }

    [Fact]
    public void A_value_that_the_schema_offers_is_hidden_where_it_was_found_and_not_where_all_are_named()
    {
        var fault = FaultCatalogue.ChoiceUnknown("trustLevel", "full", null, "one of \"Full\", \"Application\", \"User\"");

        Assert.Equal(
            "PT1004: The value is \"[secret]\". Expected: one of \"Full\", \"Application\", \"User\". Choose one of these.",
            Holding("full").Hide(fault).Text);
    }

    [Theory]
    [InlineData("right", "Run the update again right after that (\"right\").", "Run the update again right after that (\"[secret]\").")]
    [InlineData("right", "Name right.fabrikam.com, or right-hand.", "Name [secret].fabrikam.com, or [secret]-hand.")]
    [InlineData("Right", "Name Right, or left.", "Name [secret], or left.")]
    [InlineData("left", "Right: what is left.", "Right: what is left.")]
    [InlineData("passphrase-of-mine", "Give passphrase-of-mine again.", "Give [secret] again.")]
    public void A_secret_that_is_an_ordinary_word_leaves_no_gap_in_our_own_advice(string secret, string advice, string shown)
    {
        var fault = new Fault("PT0000", "", "\"right\" or left", "none.", advice);

        Assert.Equal(shown, Holding(secret).Hide(fault).Remedy);
        Assert.DoesNotContain(secret, Holding(secret).Hide(fault).Found, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_secret_number_is_hidden_where_it_was_found()
    {
        var fault = FaultCatalogue.OutOfRange("renewBeforeDays", 99999, 0, 3650);

        Assert.Equal(
            "The value is [secret].",
            SecretTexts.In(PropertyMap.Of(("renewBeforeDays", new SecretValue(99999)))).Hide(fault).Found);
    }

    [Fact]
    public void What_was_hidden_is_not_hidden_again()
    {
        var secrets = Holding("secret");

        Assert.Equal("The value is [secret].", secrets.Hide(secrets.Hide("The value is secret.")));
    }

    private static SecretTexts Holding(string text) => SecretTexts.In(PropertyMap.Of(("it", new SecretValue(text))));
}
