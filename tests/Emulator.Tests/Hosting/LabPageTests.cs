using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Lab;
using PartnerTrust.Emulator.Tests.Fixtures;

namespace PartnerTrust.Emulator.Tests.Hosting;

/// <summary>The lab's page in a real browser, as the report is held to it in tests of its own.</summary>
public sealed class LabPageTests
{
    [SkippableFact]
    public async Task Nobody_is_kept_out_of_the_labs_page()
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        await litware.CheckAsync(CheckRequests.Storage(delete: false));
        litware.Bind(Litware.Exchange, 2);
        litware.Backend.Switch(Litware.Exchange, HostFaultKind.StaleConfiguration);
        using var stop = new CancellationTokenSource();
        var addresses = new TaskCompletionSource<LabAddresses>();
        var serving = litware.Hosts.ServeLabAsync(0, addresses.SetResult, stop.Token);
        var asked = new JObject
        {
            ["pages"] = new JArray(new JObject { ["name"] = "lab", ["url"] = (await addresses.Task).Page.AbsoluteUri }),
            ["pictures"] = new JArray("lab"),
        };

        var seen = JObject.Parse(await Chromium.RunAsync("look.mjs", asked.ToString()))["lab"]!;

        await stop.CancelAsync();
        await serving;
        Assert.Empty(seen["axe"]!);
        Assert.Empty(seen["wide"]!);
        Assert.Empty(seen["errors"]!);
        Assert.Empty(seen["leaving"]!);
        Assert.Equal(1, (int)seen["requests"]!);
        var reached = seen["keyboard"]!["reached"]!.Select(one => (string)one!).ToList();
        Assert.Contains(reached, one => one.StartsWith("a Look again", StringComparison.Ordinal));
        Assert.DoesNotContain(reached, one => one.StartsWith("body", StringComparison.Ordinal));
    }
}
