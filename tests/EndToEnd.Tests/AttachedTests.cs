using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>A plugin that somebody has started by hand serves as many commands as come (<c>PULUMI_DEBUG_PROVIDERS</c>).</summary>
public sealed class AttachedTests
{
    [SkippableFact]
    public async Task One_attached_plugin_serves_a_preview_an_update_and_another_preview()
    {
        Checkout.RequirePlugin();
        using var bench = Bench.ForPrograms();
        using var plugin = Process.Start(new ProcessStartInfo(Checkout.Plugin) { RedirectStandardOutput = true, WorkingDirectory = bench.Folder })!;
        try
        {
            var port = int.Parse(await plugin.StandardOutput.ReadLineAsync() ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
            var attached = ImmutableDictionary<string, int>.Empty.Add("partnertrust", port);

            var foreseen = await bench.Host(stack => Partners.TrustAsync(stack, "partner"), attached).PreviewAsync();
            var made = await bench.Host(stack => Partners.TrustAsync(stack, "partner"), attached).UpAsync();
            var settled = await bench.Host(stack => Partners.TrustAsync(stack, "partner"), attached).PreviewAsync();

            Assert.True(foreseen.Succeeded && made.Succeeded && settled.Succeeded, bench.Output.ToString());
            Assert.Equal(foreseen.Changes.Count(), made.Changes.Count());
            Assert.Empty(settled.Changes);
            Assert.False(plugin.HasExited);
        }
        finally
        {
            plugin.Kill();
        }
    }
}
