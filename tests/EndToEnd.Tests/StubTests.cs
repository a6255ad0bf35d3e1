namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The official npm stubs drive the published plugin; each test there is a case here.</summary>
public sealed class StubTests
{
    [SkippableTheory]
    [InlineData("CertificateBinding")]
    [InlineData("AuthMetadataEndpoint")]
    [InlineData("PartnerApplication")]
    [InlineData("OAuthConfiguration")]
    [InlineData("ConnectivityCheck")]
    [InlineData("a user without a mailbox makes the check fail with the reason")]
    [InlineData("bad input is refused on the property itself")]
    [InlineData("a secret stays a secret")]
    public async Task The_official_stubs_see_what_the_protocol_promises(string test)
    {
        Checkout.RequireNodePackages();

        var (code, text) = await Tool.RunAsync(
            "node", ["--test", "--test-reporter", "spec", "--test-name-pattern", $"^{test}$", "stubs/lifecycle.test.mjs"], Checkout.Interop, ("PARTNERTRUST_PLUGIN", Checkout.Plugin));

        Assert.True(code == 0, text);
        Assert.Contains("pass 1", text, StringComparison.Ordinal);
    }
}
