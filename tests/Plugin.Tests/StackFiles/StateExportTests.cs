using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Tests.StackFiles;

public sealed class StateExportTests
{
    private const string Urn = "urn:pulumi:dev::p::pulumi:providers:partnertrust::default";

    [Fact]
    public void The_settings_of_a_provider_are_found_beside_resources_whose_inputs_are_encrypted()
    {
        var export = Export("""{ "servers": "[]" }""", Encrypted);

        Assert.Equal("[]", StateExport.FindInputs(export, $"{Urn}::1234")!.Text("servers"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "deployment": null }""")]
    [InlineData("""{ "deployment": { "resources": [ 1, { "urn": 2 } ] } }""")]
    public void What_is_no_export_holds_none(string text) => Assert.Null(StateExport.FindInputs(text, $"{Urn}::1234"));

    [Fact]
    public void Settings_that_are_encrypted_cannot_be_read() =>
        Assert.Null(StateExport.FindInputs(Export($$"""{ "servers": {{Encrypted}} }""", "{}"), $"{Urn}::1234"));

    private const string Encrypted =
        """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc" }""";

    private static string Export(string settings, string secret) => $$"""
        { "version": 3, "deployment": { "resources": [
          { "urn": "urn:pulumi:dev::p::x:y:Z::z", "id": "z", "inputs": { "password": {{secret}} } },
          { "urn": "{{Urn}}", "id": "1234", "inputs": {{settings}} } ] } }
        """;
}
