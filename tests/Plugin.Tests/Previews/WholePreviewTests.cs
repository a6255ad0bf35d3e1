using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>What a preview says of the whole plan when it ends: the checks and directions that the update breaks without running them.</summary>
public sealed class WholePreviewTests : IAsyncLifetime
{
    private const string Stack = "urn:pulumi:dev::trust::pulumi:pulumi:Stack::trust-dev";

    private readonly Dictionary<string, Deployment.Entry> state = [];
    private PluginUnderTest before = null!;

    public async Task InitializeAsync()
    {
        before = await PluginUnderTest.StartConfiguredAsync();
        var up = await Deployment.UpAsync(before, state, TrustPrograms.Whole());
        Assert.Empty(up.Refusals);
    }

    public async Task DisposeAsync() => await before.DisposeAsync();

    [Theory]
    [InlineData("lync-on-exchange", "enabled", "false", PluginUnderTest.Exchange, "at step \"token\": PT50")]
    [InlineData("oauth", "exchangeAutodiscoverUrl", "https://sp.litwareinc.com/autodiscover/autodiscover.svc", Litware.SharePoint, "at step \"challenge\": PT6002")]
    [InlineData("oauth", "exchangeAutodiscoverUrl", "https://elsewhere.litwareinc.com/autodiscover/autodiscover.svc", "Exchange", "at step \"challenge\": PT3051")]
    public async Task A_check_that_the_update_breaks_without_running_it_is_told_of_with_what_stops(
        string name, string property, string value, string receiver, string refusal)
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With(
            name, inputs => inputs.Set(property, value == "false" ? false : value)));

        var told = Assert.Single(Deployment.Told(plugin, "check"));
        Assert.StartsWith(
            $"Preview: {PluginUnderTest.Lync} calls {receiver} for {PluginUnderTest.SipUri}. "
            + "No change here, but after this update the call would be refused at step ",
            told,
            StringComparison.Ordinal);
        Assert.True(told.Contains(refusal, StringComparison.Ordinal), told);
        Assert.EndsWith(
            "With it stop: the unified contact store, conversation history, calendar data, photos, voicemail, archiving to mailboxes.",
            told,
            StringComparison.Ordinal);
        Assert.Equal("Preview: of 1 connectivity check, 0 would hold, 1 would fail, 0 cannot be told.", ToldOfStack(plugin));
    }

    [Fact]
    public async Task Calls_of_one_kind_may_stop_alone()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Remove("linkedAccount")));

        var told = Deployment.Told(plugin, "lync-on-exchange").Last();
        Assert.StartsWith(
            $"Preview: after this update {PluginUnderTest.Lync} can no longer call {PluginUnderTest.Exchange} without a user. The call would be refused: PT",
            told,
            StringComparison.Ordinal);
        Assert.EndsWith("With it stop: archiving to mailboxes.", told, StringComparison.Ordinal);
        Assert.Empty(Deployment.Told(plugin, "check"));
        Assert.Equal("Preview: of 1 connectivity check, 1 would hold, 0 would fail, 0 cannot be told.", ToldOfStack(plugin));
    }

    [Fact]
    public async Task A_direction_that_no_check_looks_at_is_told_of_too()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With("exchange-on-lync", inputs => inputs.Set("enabled", false)));

        Assert.Contains(
            Deployment.Told(plugin, "exchange-on-lync"),
            told => told.StartsWith($"Preview: after this update {PluginUnderTest.Exchange} can no longer call {PluginUnderTest.Lync}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_that_moves_to_another_server_stops_what_it_let_in_on_the_first()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With("exchange-on-lync", inputs => inputs.Set("server", PluginUnderTest.SecondLync)));

        Assert.Contains(
            Deployment.Told(plugin, "exchange-on-lync"),
            told => told.StartsWith($"Preview: after this update {PluginUnderTest.Exchange} can no longer call {PluginUnderTest.Lync}.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_roll_without_overlap_says_who_cannot_call_whom_from_when_to_when()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With(
            "cert-lync", _ => Programs.Certificate(PluginUnderTest.Lync, validityDays: 800)));

        var gap = Assert.Single(Deployment.Told(plugin, "cert-lync"), told => told.Contains("from this operation", StringComparison.Ordinal));
        Assert.StartsWith(
            "Preview: from this operation until \"lync-on-exchange\" is done in the same update, and for up to 15 minutes after it, "
            + $"{PluginUnderTest.Exchange} refuses calls of {PluginUnderTest.Lync} (PT",
            gap,
            StringComparison.Ordinal);
        Assert.EndsWith(
            "A certificate with an effectiveDate, 24 hours ahead or more, is published beside the old one first, and leaves no such gap.",
            gap,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staged_certificate_shows_its_plan_by_dates()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().With("cert-lync", Staged));

        var plan = Assert.Single(Deployment.Told(plugin, "cert-lync"), told => told.Contains("by dates", StringComparison.Ordinal));
        Assert.Contains($"\n  2026-03-04T08:00:00Z switch on {PluginUnderTest.Lync}: ", plan, StringComparison.Ordinal);
        Assert.Contains(" retire on ", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(Deployment.Told(plugin, "cert-lync"), told => told.Contains("refuses calls", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_partner_that_does_not_read_the_staged_key_refuses_the_caller_from_the_switch_on()
    {
        var program = TrustPrograms.Whole().With("cert-lync", Staged)
            .With("lync-on-exchange", inputs => inputs.Set("refreshTrigger", state["lync-on-exchange"].Inputs["refreshTrigger"]));
        await using var plugin = await PreviewAsync(program);

        var later = Deployment.Told(plugin, "cert-lync").Where(told => told.Contains("refuses calls", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, later.Count);
        Assert.StartsWith(
            $"Preview: from 2026-03-04T08:00:00Z on, {PluginUnderTest.Exchange} refuses calls of {PluginUnderTest.Lync}, until it has read the document of "
            + $"{PluginUnderTest.Lync} again (Set-PartnerApplication -RefreshAuthMetadata): PT",
            later[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_breaks_nothing_says_how_the_checks_stand_and_no_more()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole().Append(
            Declared.Of("CertificateBinding", "other", Programs.Certificate(PluginUnderTest.SecondLync))));

        Assert.Equal("Preview: of 1 connectivity check, 1 would hold, 0 would fail, 0 cannot be told.", ToldOfStack(plugin));
        Assert.DoesNotContain(plugin.Engine.Warnings, told => told.Contains("no longer call", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_of_nothing_says_nothing()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole());

        Assert.DoesNotContain(plugin.Engine.Logs, log => !log.Ephemeral);
    }

    [Fact]
    public async Task A_preview_that_fails_says_nothing_of_a_whole()
    {
        await using var plugin = await StartAsync();
        await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Set("enabled", false)));
        var refused = await new ManagedResource(plugin, "PartnerApplication", "wrong").CheckAsync(
            Programs.Partner().Set("server", "nobody.litwareinc.com"));

        await plugin.Client.CancelAsync(default);

        Assert.NotEmpty(refused.Failures);
        Assert.DoesNotContain(plugin.Engine.Logs, log => log.Urn == Stack || log.Message.Contains("No change here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_update_says_nothing_when_it_ends()
    {
        var said = before.Engine.Logs.Count;

        await before.Client.CancelAsync(default);

        Assert.Equal(said, before.Engine.Logs.Count);
    }

    [Fact]
    public async Task What_is_not_known_before_the_update_is_counted_and_breaks_nothing()
    {
        await using var plugin = await PreviewAsync(TrustPrograms.Whole()
            .With("lync-on-exchange", inputs => inputs.Set("enabled", false))
            .With("oauth", inputs => inputs.Set("exchangeAutodiscoverUrl", UnknownValue.Text)));

        Assert.Equal("Preview: of 1 connectivity check, 0 would hold, 0 would fail, 1 cannot be told.", ToldOfStack(plugin));
        Assert.DoesNotContain(plugin.Engine.Warnings, told => told.Contains("no longer call", StringComparison.Ordinal));
    }

    private static PropertyMap Staged(PropertyMap _) =>
        Programs.Certificate(PluginUnderTest.Lync, validityDays: 800).Set("effectiveDate", "2026-03-04T08:00:00Z");

    private static string ToldOfStack(PluginUnderTest plugin) => Assert.Single(plugin.Engine.Logs, log => log.Urn == Stack).Message;

    /// <summary>A preview from its beginning to its end, by a process of its own.</summary>
    private async Task<PluginUnderTest> PreviewAsync(IEnumerable<Declared> program)
    {
        var plugin = await StartAsync();
        await Deployment.PreviewAsync(plugin, state, program);
        await plugin.Client.CancelAsync(default);
        return plugin;
    }

    private Task<PluginUnderTest> StartAsync() => PluginUnderTest.StartConfiguredAsync(folder: before.Folder, clock: before.Time);
}
