using PartnerTrust.Soak;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>Each answer comes, however often the plugin is started. A failure shows all frames of the connection that lost one.</summary>
public sealed class SoakTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    [Trait("Size", "Nightly")]
    public async Task No_start_of_the_plugin_loses_an_answer()
    {
        Checkout.RequirePlugin();
        var loop = new SoakLoop(Checkout.Plugin, schemas: 25, Patience);

        var lost = await loop.RunAsync(starts: GeneratedCases.Number(byDay: 40, byNight: 5_000), atOnce: 4, CancellationToken.None);

        Assert.True(lost.Count == 0, string.Join('\n', lost));
    }
}
