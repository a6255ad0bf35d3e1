using PartnerTrust.Deployment.State;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Tests;

/// <summary>Secrets are marked, sealed and never printed.</summary>
public sealed class SecretTests : IAsyncLifetime
{
    private const string Planted = "correct-horse-battery-staple";

    private Workshop workshop = null!;

    public async Task InitializeAsync()
    {
        Environment.SetEnvironmentVariable(PassphraseCipher.PassphraseVariable, "only for this test");
        workshop = await Workshop.OpenAsync();
        workshop.Options = workshop.Options with { PlaintextSecrets = false, ShowsDiff = true, SkipsPreview = false };
    }

    public async Task DisposeAsync() => await workshop.DisposeAsync();

    [Fact]
    public async Task A_secret_input_is_a_secret_output_and_nowhere_in_clear()
    {
        var seen = PropertyMap.Empty;
        await workshop.UpAsync(async stack => seen = PropertyCodec.Decode((await stack.ThingAsync("a", ("value", new SecretValue(Planted)))).Object));
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", new SecretValue(Planted + "!"))));

        Assert.Equal(new SecretValue(Planted), seen["value"]);
        Assert.DoesNotContain(Planted, workshop.Output.ToString(), StringComparison.Ordinal);
        Assert.All(
            Directory.EnumerateFiles(workshop.Folder, "*", SearchOption.AllDirectories),
            file => Assert.DoesNotContain(Planted, File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sealed_secret_is_the_same_in_the_next_run()
    {
        await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", new SecretValue(Planted))));

        var again = await workshop.UpAsync(stack => stack.ThingAsync("a", ("value", new SecretValue(Planted))));

        Assert.Empty(again.Changes);
    }

    [Fact]
    public async Task Outputs_that_the_program_calls_secret_are()
    {
        var seen = PropertyMap.Empty;

        await workshop.UpAsync(async stack =>
            seen = PropertyCodec.Decode((await stack.ThingAsync("a", request => request.AdditionalSecretOutputs.Add("serial"), ("value", 1))).Object));

        Assert.Equal(new SecretValue("a-1"), seen["serial"]);
    }

    [Fact]
    public void A_wrong_passphrase_opens_nothing()
    {
        var salt = PassphraseCipher.Create().Salt!;
        var parts = salt.Split(':');
        var forged = $"v1:{parts[1]}:v1:{parts[3]}:{Convert.ToBase64String(new byte[22])}";

        Assert.Equal("seen", PassphraseCipher.Open(salt) is var cipher ? cipher.Decrypt(cipher.Encrypt("seen")) : "");
        Assert.Throws<DeploymentException>(() => PassphraseCipher.Open(forged));
    }
}
