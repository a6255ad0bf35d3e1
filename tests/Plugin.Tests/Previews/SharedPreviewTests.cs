using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>A stack with several provider resources: Pulumi's engine starts a process for each, and all plan one trust.</summary>
public sealed class SharedPreviewTests : IAsyncLifetime
{
    private readonly Dictionary<string, Deployment.Entry> state = [];
    private readonly string folder = Folders.Make("shared");
    private RecordingEngine engine = null!;
    private PluginUnderTest first = null!;
    private PluginUnderTest second = null!;

    public async Task InitializeAsync()
    {
        engine = await RecordingEngine.StartAsync();
        first = await StartAsync(PluginUnderTest.Servers);
        second = await StartAsync(PluginUnderTest.Servers);
    }

    public async Task DisposeAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        await engine.DisposeAsync();
    }

    [Theory]
    [InlineData("check")]
    [InlineData("exchange-on-lync", "lync-on-exchange", "check")]
    [InlineData("cert-lync", "endpoint-exchange", "oauth")]
    [InlineData("endpoint-lync", "lync-on-exchange")]
    public async Task What_one_provider_plans_is_known_to_the_other(params string[] ofSecond)
    {
        var program = TrustPrograms.Whole().ToList();

        var preview = await Deployment.PreviewAsync(first, name => ofSecond.Contains(name) ? second : null, state, program);

        Assert.Empty(preview.Refusals);
        Assert.Contains("would succeed", Assert.Single(Deployment.Told(first, "check")), StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(first.DataDirectory) ? Directory.EnumerateFiles(first.DataDirectory) : []);
    }

    [Fact]
    public async Task A_refusal_is_foretold_whichever_provider_meets_it()
    {
        var program = TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Set("enabled", false)).ToList();

        var preview = await Deployment.PreviewAsync(first, name => name == "check" ? second : null, state, program);
        var up = await Deployment.UpAsync(first, name => name == "check" ? second : null, state, program);

        Assert.Equal(["check"], up.Refusals.Keys);
        Assert.Equal(up.Refusals, preview.Refusals);
    }

    [Fact]
    public async Task A_check_of_one_provider_that_the_other_breaks_is_told_of_at_the_end()
    {
        await Deployment.UpAsync(first, name => name == "check" ? second : null, state, TrustPrograms.Whole());
        var broken = TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Set("enabled", false));
        List<Declared> program = [.. broken.Without("lync-on-exchange"), .. broken.Where(resource => resource.Name == "lync-on-exchange")];

        await Deployment.PreviewAsync(first, name => name == "check" ? second : null, state, program);
        await second.Client.CancelAsync(default);
        await first.Client.CancelAsync(default);

        Assert.Contains(Deployment.Told(first, "check"), told => told.Contains("No change here, but after this update", StringComparison.Ordinal));
        Assert.Contains(engine.Infos, told => told.Contains("of 1 connectivity check, 0 would hold, 1 would fail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_ends_after_the_one_that_plans_for_all_ends_well()
    {
        PluginUnderTest? Of(string name) => name == "lync-on-exchange" ? null : second;
        await Deployment.UpAsync(first, Of, state, TrustPrograms.Whole());
        var broken = TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Set("enabled", false));
        List<Declared> program = [.. broken.Without("lync-on-exchange"), .. broken.Where(resource => resource.Name == "lync-on-exchange")];
        await Deployment.PreviewAsync(first, Of, state, program);

        await first.Client.CancelAsync(default);

        Assert.NotNull(await second.Client.CancelAsync(default));
    }

    [Fact]
    public async Task An_update_after_the_preview_is_each_providers_own()
    {
        var program = TrustPrograms.Whole().ToList();
        PluginUnderTest? Of(string name) => name.EndsWith("exchange", StringComparison.Ordinal) || name == "check" ? second : null;
        await Deployment.PreviewAsync(first, Of, state, program);

        var up = await Deployment.UpAsync(first, Of, state, program);
        var again = await Deployment.PreviewAsync(first, Of, state, program);

        Assert.Empty(up.Refusals);
        Assert.All(again.Differences.Values, diff => Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_partner_whose_realm_the_other_provider_changes_is_replaced_by_preview_and_update_alike(bool isChangedAlready)
    {
        PluginUnderTest? Of(string name) => name == "oauth" ? second : null;
        var program = TrustPrograms.Whole().Without("check").With("oauth", inputs => inputs.Set("realm", "contoso.com"));
        await Deployment.UpAsync(first, Of, state, TrustPrograms.Whole());
        await Deployment.UpAsync(first, Of, state, isChangedAlready ? program.Where(resource => resource.Name == "oauth") : []);
        List<Declared> changed = [.. program.With("lync-on-exchange", inputs => inputs.Set("refreshTrigger", "realm"))];
        await RestartAsync();

        var preview = await Deployment.PreviewAsync(first, Of, state, changed);
        await RestartAsync();
        var up = await Deployment.UpAsync(first, Of, state, changed);

        Assert.Empty(preview.Refusals);
        Assert.Empty(up.Refusals);
        Assert.NotEmpty(preview.Differences["lync-on-exchange"].Replaces);
        Assert.Equal(preview.Differences["lync-on-exchange"].Replaces, up.Differences["lync-on-exchange"].Replaces);
        Assert.Equal((PropertyValue)"contoso.com", up.OutputsOf("lync-on-exchange")["realm"]);
    }

    [Fact]
    public async Task Who_is_configured_otherwise_makes_everything_uncertain()
    {
        await second.DisposeAsync();
        second = await StartAsync(PluginUnderTest.Servers.Set("mailboxes", ListValue.Of([])));
        var program = TrustPrograms.Whole().ToList();

        await Deployment.PreviewAsync(first, name => name == "check" ? second : null, state, program);
        await first.Client.CancelAsync(default);
        await second.Client.CancelAsync(default);

        Assert.Contains(
            "cannot be told before the update, because another provider of this stack",
            Assert.Single(Deployment.Told(first, "check")),
            StringComparison.Ordinal);
        Assert.DoesNotContain(engine.Infos, told => told.Contains("connectivity check,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_the_process_that_plans_for_all_is_gone_nothing_is_told_for_sure()
    {
        var program = TrustPrograms.Whole().ToList();
        await Deployment.PreviewAsync(first, name => name == "exchange-on-lync" ? second : null, state, program.SkipLast(1));
        var third = first;
        first = second;
        second = await StartAsync(PluginUnderTest.Servers);
        await third.StopAsync();

        await Deployment.PreviewAsync(first, _ => null, state, [Declared.Of("ConnectivityCheck", "check", Programs.Check())]);

        Assert.Contains("cannot be told", Assert.Single(Deployment.Told(first, "check")), StringComparison.Ordinal);
        await third.DisposeAsync();
    }

    [Fact]
    public async Task What_a_killed_process_left_makes_nobody_follow_it()
    {
        await Deployment.PreviewAsync(first, _ => null, state, TrustPrograms.Whole());
        var meeting = Path.Combine(folder, "partnertrust");
        var card = Assert.Single(Directory.GetFiles(meeting, "*.card"));
        var left = await File.ReadAllTextAsync(card);
        await first.DisposeAsync();
        Assert.Empty((await Deployment.UpAsync(second, _ => null, state, TrustPrograms.Whole())).Refusals);
        await File.WriteAllTextAsync(card, left);

        var unchanged = await Deployment.UpAsync(second, _ => null, state, TrustPrograms.Whole());

        Assert.All(unchanged.Differences.Values, diff => Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes));
        Assert.EndsWith(".notices", Assert.Single(Directory.GetFiles(meeting)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_meeting_stays()
    {
        await Deployment.PreviewAsync(first, name => name == "check" ? second : null, state, TrustPrograms.Whole());
        await first.DisposeAsync();
        await second.DisposeAsync();

        Assert.Empty(Directory.EnumerateFiles(Path.Combine(folder, "partnertrust")));
    }

    /// <summary>As the engine does between a preview and an update.</summary>
    private async Task RestartAsync()
    {
        await first.DisposeAsync();
        await second.DisposeAsync();
        first = await StartAsync(PluginUnderTest.Servers);
        second = await StartAsync(PluginUnderTest.Servers);
    }

    private async Task<PluginUnderTest> StartAsync(PropertyMap settings)
    {
        var plugin = await PluginUnderTest.StartAsync(
            folder: folder, environment: name => name == "XDG_RUNTIME_DIR" ? folder : null, startedBy: engine);
        await plugin.ConfigureAsync(settings);
        return plugin;
    }
}
