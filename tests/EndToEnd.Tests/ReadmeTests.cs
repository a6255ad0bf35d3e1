namespace PartnerTrust.EndToEnd.Tests;

/// <summary>The commands of each example's README, typed as they stand there.</summary>
public sealed class ReadmeTests
{
    public static TheoryData<Example> Examples => [.. Example.All];

    [SkippableTheory]
    [MemberData(nameof(Examples), DisableDiscoveryEnumeration = true)]
    public async Task The_commands_of_a_readme_do_what_it_says(Example example)
    {
        Checkout.RequireRuntime(example);
        Skip.If(OperatingSystem.IsWindows(), "the READMEs speak sh");
        using var checkout = new ExampleCheckout();
        var readme = new Readme(Path.Combine(checkout.Folder(example.Folder), "README.md"));
        Assert.NotEmpty(readme.Promises);

        var (code, answer) = await checkout.TypeAsync(example.Folder, readme.Script);

        Assert.True(code == 0, answer);
        Assert.True(readme.FirstBroken(answer) is null, $"not answered: {readme.FirstBroken(answer)}\n{answer}");
        await EmulatedServers.AssertEmptyAsync(checkout.Data(example.Adopts ?? example.Folder));
    }
}
