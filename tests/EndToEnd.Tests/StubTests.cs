namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The official npm stubs drive the published plugin; each test there is a case here.</summary>
public sealed class StubTests
{
    [SkippableTheory]
    [InlineData("values nested 200 deep are refused by name")]
    [InlineData("a text of megabytes is answered")]
    [InlineData("a timeout is obeyed to within a tenth")]
    [InlineData("cancel ends a slow create within half a second")]
    public Task The_official_stubs_see_size_depth_and_time_kept(string test) => PassesAsync(test, "stubs/promises.test.mjs");

    [SkippableTheory]
    [InlineData("CertificateBinding")]
    [InlineData("AuthMetadataEndpoint")]
    [InlineData("PartnerApplication")]
    [InlineData("OAuthConfiguration")]
    [InlineData("ConnectivityCheck")]
    [InlineData("a user without a mailbox makes the check fail with the reason")]
    [InlineData("bad input is refused on the property itself")]
    [InlineData("a secret stays a secret")]
    public Task The_official_stubs_see_what_the_protocol_promises(string test) => PassesAsync(test, "stubs/lifecycle.test.mjs");

    private static async Task PassesAsync(string test, string file)
    {
        Checkout.RequireNodePackages();

        var (code, text) = await Tool.RunAsync(
            "node", ["--test", "--test-reporter", "spec", "--test-name-pattern", $"^{test}$", file], Checkout.Interop, ("PARTNERTRUST_PLUGIN", Checkout.Plugin));

        Assert.True(code == 0, text);
        Assert.Contains("pass 1", text, StringComparison.Ordinal);
    }
}
