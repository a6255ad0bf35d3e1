using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>What a preview says of a check, and no more than it knows.</summary>
public sealed class VerdictTests
{
    private readonly Dictionary<string, Deployment.Entry> state = [];

    [Fact]
    public async Task A_check_that_only_warns_would_fail_and_the_update_go_on()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = Disabled().With("check", inputs => inputs.Set("onFailure", "warn"));

        await Deployment.PreviewAsync(plugin, state, program);

        var told = Assert.Single(Deployment.Told(plugin, "check"));
        Assert.Contains("The check would fail at step \"token\", and the update goes on", told, StringComparison.Ordinal);
        Assert.DoesNotContain("The update would fail", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("enforce", true)]
    [InlineData("strict", true)]
    [InlineData("warn", false)]
    [InlineData("true", false)]
    public async Task A_check_that_would_fail_the_update_fails_an_enforced_preview(string proof, bool fails)
    {
        await using var plugin = await StartAsync(proof);

        var preview = await Deployment.PreviewAsync(plugin, state, Disabled());

        Assert.Equal(["check"], preview.Refusals.Keys);
        Assert.Equal(fails, preview.Messages.Any(message =>
            message.StartsWith("check: ", StringComparison.Ordinal) && message.Contains("PT7040", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("enforce", true)]
    [InlineData("warn", false)]
    public async Task A_plan_that_is_sure_to_be_refused_fails_an_enforced_preview(string proof, bool fails)
    {
        await using var plugin = await StartAsync(proof);
        var twice = TrustPrograms.Whole().Append(Declared.Of("PartnerApplication", "again", Programs.LyncPartner().Set("name", "again")));

        var preview = await Deployment.PreviewAsync(plugin, state, twice);

        Assert.Equal(fails, preview.Messages.Any(message => message.StartsWith("again: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_check_that_only_warns_passes_an_enforced_preview()
    {
        await using var plugin = await StartAsync("enforce");

        var preview = await Deployment.PreviewAsync(plugin, state, Disabled().With("check", inputs => inputs.Set("onFailure", "warn")));

        Assert.DoesNotContain(preview.Messages, message => message.StartsWith("check: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("enforce", false)]
    [InlineData("strict", true)]
    public async Task What_cannot_be_told_fails_a_strict_preview_alone(string proof, bool fails)
    {
        await using var plugin = await StartAsync(proof);
        var unknown = TrustPrograms.Whole().With("oauth", inputs => inputs.Set("exchangeAutodiscoverUrl", UnknownValue.Text));

        var preview = await Deployment.PreviewAsync(plugin, state, unknown);

        Assert.Equal(fails, preview.Messages.Any(message => message.StartsWith("check: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_value_elsewhere_silences_nothing()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var elsewhere = Declared.Of("CertificateBinding", "elsewhere", PropertyMap.Of(
            ("server", Litware.SharePoint), ("source", PropertyMap.Of(("pfx", UnknownValue.Text)))));
        List<Declared> program = [elsewhere, .. Disabled(), Declared.Of("PartnerApplication", "again", Programs.LyncPartner().Set("name", "again"))];

        var preview = await Deployment.PreviewAsync(plugin, state, program);

        Assert.Equal(["again", "check"], preview.Refusals.Keys.Order());
    }

    [Theory]
    [InlineData(true, "would succeed")]
    [InlineData(false, "would fail at step")]
    public async Task Where_Lync_looks_for_Exchange_leaves_nothing_open_but_its_own_calls_there(bool enabled, string told)
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var back = Declared.Of("ConnectivityCheck", "back", Programs.Check()
            .Set("server", PluginUnderTest.Exchange).Set("target", PluginUnderTest.Lync).Set("method", "probe"));
        var again = Declared.Of("PartnerApplication", "again", Programs.Partner().Set("name", "again"));
        var program = TrustPrograms.Whole()
            .With("oauth", inputs => inputs.Set("exchangeAutodiscoverUrl", UnknownValue.Text))
            .With("exchange-on-lync", inputs => inputs.Set("enabled", enabled));

        await Deployment.PreviewAsync(plugin, state, [.. program, back, again]);

        Assert.Contains("cannot be told", Assert.Single(Deployment.Told(plugin, "check")), StringComparison.Ordinal);
        Assert.Contains(told, Assert.Single(Deployment.Told(plugin, "back")), StringComparison.Ordinal);
        Assert.Matches("the update would be refused.*PT4001", Assert.Single(Deployment.Told(plugin, "again")));
    }

    [Fact]
    public async Task A_realm_that_is_known_is_planned_although_the_rest_of_the_settings_is_not()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var moved = TrustPrograms.Whole().With("oauth", inputs => inputs
            .Set("realm", "fabrikam.com").Set("exchangeAutodiscoverUrl", UnknownValue.Text));

        var preview = await Deployment.PreviewAsync(plugin, state, moved);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, preview.Differences["endpoint-lync"].Changes);
        Assert.NotEmpty(preview.Differences["lync-on-exchange"].Replaces);
        Assert.Contains("check", preview.Open);
    }

    [Fact]
    public async Task A_name_that_another_record_has_is_sure_to_be_refused_unless_that_record_is_replaced_as_well()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var other = Declared.Of("PartnerApplication", "other", Programs.LyncPartner().Remove("authMetadataUrl").Remove("refreshTrigger").Set(
            "authorizationServer", PropertyMap.Of(("applicationIdentifier", WellKnownApplications.SharePoint), ("realm", "litwareinc.com"))));
        var same = Declared.Of("PartnerApplication", "same", Programs.LyncPartner());
        var program = TrustPrograms.Whole().Without("check").ToList();
        var renamed = program.With("lync-on-exchange", inputs => inputs.Set("name", "Renamed")).ToList();
        var moved = program.With("lync-on-exchange", inputs => inputs
            .Set("server", Litware.SharePoint).Remove("linkedAccount").Remove("acceptSecurityIdentifierInformation")).ToList();

        var sure = await ToldAsync(other, program);
        var unsure = await ToldAsync(other, moved);
        var twin = await ToldAsync(same, renamed);

        Assert.Matches("Preview: the update would be refused.*PT7016", sure);
        Assert.Matches("Preview: Whether the update takes this cannot be told, because \"lync-on-exchange\" is replaced.*deleteBeforeReplace", unsure);
        Assert.Matches("Preview: the update would be refused.*PT4001", twin);

        async Task<string> ToldAsync(Declared asked, List<Declared> before)
        {
            await using var next = await PluginUnderTest.StartConfiguredAsync(folder: plugin.Folder, clock: plugin.Time);
            await Deployment.PreviewAsync(next, state, [.. before, asked]);
            return string.Join("\n", Deployment.Told(next, asked.Name));
        }
    }

    [Fact]
    public async Task A_realm_that_somebody_changed_may_stay_so_while_the_rest_of_the_settings_is_not_known()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole().Without("endpoint-lync", "lync-on-exchange", "check"));
        await plugin.InLabAsync(lab => lab.Partners.OverwriteOAuthConfigurationAsync(
            new OAuthConfiguration(PluginUnderTest.Lync, "fabrikam.com", WellKnownApplications.Lync, null, []), CancellationToken.None));
        var open = TrustPrograms.Whole().With("oauth", inputs => inputs.Set("exchangeAutodiscoverUrl", UnknownValue.Text));

        var preview = await Deployment.PreviewAsync(plugin, state, open);

        Assert.True(preview.OutputsOf("endpoint-lync")["realm"].ContainsUnknown());
        Assert.True(preview.OutputsOf("lync-on-exchange")["realm"].ContainsUnknown());
        Assert.Contains("check", preview.Open);
    }

    [Fact]
    public async Task A_partner_is_known_by_the_certificate_that_the_same_update_generates()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = TrustPrograms.Whole().Select(resource => resource.Name != "exchange-on-lync" ? resource : resource with
        {
            Inputs = of => Programs.Partner().Remove("authMetadataUrl").Remove("refreshTrigger").Set("certificate", PropertyMap.Of(
                ("applicationIdentifier", "00000002-0000-0ff1-ce00-000000000000"),
                ("realm", "litwareinc.com"),
                ("certificatePem", of("cert-exchange", "certificatePem")))),
        }).With("check", inputs => inputs.Set("server", PluginUnderTest.Exchange).Set("target", PluginUnderTest.Lync).Set("method", "probe")).ToList();

        var preview = await Deployment.PreviewAsync(plugin, state, program);
        var up = await Deployment.UpAsync(plugin, state, program);

        Assert.Contains("would succeed", Assert.Single(Deployment.Told(plugin, "check").Take(1)), StringComparison.Ordinal);
        Assert.Empty(preview.Refusals);
        Assert.Empty(up.Refusals);
    }

    [Fact]
    public async Task A_verdict_that_came_too_early_is_said_to_be_so()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = TrustPrograms.Whole().Without("oauth", "check")
            .Append(Declared.Of("ConnectivityCheck", "check", Programs.Check()))
            .Append(Declared.Of("OAuthConfiguration", "oauth", Programs.OAuth()));

        await Deployment.PreviewAsync(plugin, state, program);

        Assert.Collection(
            Deployment.Told(plugin, "check"),
            told => Assert.Contains("PT5083", told, StringComparison.Ordinal),
            told => Assert.Equal(
                "Preview: that the check would fail at step \"autodiscover\" with PT5083 was told before OAuthConfiguration \"oauth\" was planned; after it "
                + "the check would succeed. Add dependsOn: the update may come to either first as long as \"check\" does not depend on \"oauth\".",
                told));
    }

    [Fact]
    public async Task A_check_whose_own_words_are_not_known_leaves_nothing_open_for_others()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = TrustPrograms.Whole().Append(
            Declared.Of("ConnectivityCheck", "other", Programs.Check().Set("sipUri", UnknownValue.Text))).Reverse().ToList();
        List<Declared> ordered = [program[0], .. TrustPrograms.Whole()];

        await Deployment.PreviewAsync(plugin, state, ordered);

        Assert.Contains("cannot be told before the update, because sipUri of this check", Assert.Single(Deployment.Told(plugin, "other")), StringComparison.Ordinal);
        Assert.Contains("would succeed", Assert.Single(Deployment.Told(plugin, "check")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_that_turns_on_an_order_that_is_not_declared_fails_a_strict_preview()
    {
        await using var plugin = await StartAsync("strict");
        var program = TrustPrograms.Whole().Without("oauth", "check")
            .Append(Declared.Of("ConnectivityCheck", "check", Programs.Check().Set("onFailure", "warn")))
            .Append(Declared.Of("OAuthConfiguration", "oauth", Programs.OAuth()));

        var preview = await Deployment.PreviewAsync(plugin, state, program);

        Assert.Contains(preview.Messages, message => message.StartsWith("oauth: ", StringComparison.Ordinal)
            && message.Contains("PT7040", StringComparison.Ordinal) && message.Contains("Add dependsOn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_records_of_one_partner_are_both_named()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var twice = TrustPrograms.Whole().Append(Declared.Of("PartnerApplication", "again", Programs.LyncPartner().Set("name", "again")));

        await Deployment.PreviewAsync(plugin, state, twice);

        Assert.Contains(
            "Cause: \"again\" and \"lync-on-exchange\" of this program both register it;",
            Assert.Single(Deployment.Told(plugin, "again")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_last_call_met_is_said_beside_what_the_plan_tells()
    {
        await using var before = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(before, state, TrustPrograms.Whole());
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(folder: before.Folder, clock: before.Time);

        await Deployment.PreviewAsync(plugin, state, Disabled().With("check", inputs => inputs.Set("folder", "Inbox")));

        Assert.EndsWith("The last call that was made went through.", Assert.Single(Deployment.Told(plugin, "check")), StringComparison.Ordinal);
    }

    private static IEnumerable<Declared> Disabled() =>
        TrustPrograms.Whole().With("lync-on-exchange", inputs => inputs.Set("enabled", false));

    private static async Task<PluginUnderTest> StartAsync(string proof)
    {
        var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("proveOnPreview", proof));
        return plugin;
    }
}
