using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Previews;

/// <summary>Previews that prove (design.md 5).</summary>
public sealed class PreviewTests
{
    private readonly Dictionary<string, Deployment.Entry> state = [];

    [Fact]
    public async Task A_planned_trust_is_proved_before_anything_is_touched()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var preview = await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole());

        Assert.Empty(preview.Refusals);
        var verdict = Assert.Single(Deployment.Told(plugin, "check"));
        Assert.Contains("would succeed", verdict, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(plugin.Folder, ".partnertrust")));
    }

    [Fact]
    public async Task What_follows_from_the_inputs_is_known_and_what_follows_from_a_key_is_not()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var preview = await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole());

        Assert.Equal(
            ["certificatePem", "notAfter", "notBefore", "serialNumber", "thumbprint", "x5t"], Unknowns(preview.OutputsOf("cert-lync")));
        Assert.Equal(["fingerprint", "keys"], Unknowns(preview.OutputsOf("endpoint-exchange")));
        Assert.Equal(["refreshTrigger", "trustedKeys"], Unknowns(preview.OutputsOf("exchange-on-lync")));
        Assert.Equal("00000002-0000-0ff1-ce00-000000000000@litwareinc.com", Text(preview.OutputsOf("exchange-on-lync"), "issuer"));
        Assert.Equal("litwareinc.com", Text(preview.OutputsOf("oauth"), "realm"));
    }

    [Fact]
    public async Task A_realm_of_the_same_stack_counts_in_its_preview()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var preview = await Deployment.PreviewAsync(
            plugin, state, TrustPrograms.Whole().With("oauth", inputs => inputs.Set("realm", "fabrikam.com")));

        Assert.Equal("fabrikam.com", Text(preview.OutputsOf("endpoint-lync"), "realm"));
        Assert.Equal("00000004-0000-0ff1-ce00-000000000000@fabrikam.com", Text(preview.OutputsOf("lync-on-exchange"), "issuer"));
    }

    [Fact]
    public async Task A_trust_that_would_fail_is_told_with_the_rule_that_refuses_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();

        var preview = await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole().Without("lync-on-exchange"));
        var up = await Deployment.UpAsync(plugin, state, TrustPrograms.Whole().Without("lync-on-exchange"));

        Assert.Contains("no partner application for the caller", Deployment.Told(plugin, "check").First(), StringComparison.Ordinal);
        Assert.Equal(up.Refusals, preview.Refusals);
        Assert.Equal(["check"], preview.Refusals.Keys);
    }

    [Fact]
    public async Task A_record_that_the_update_would_refuse_is_told_at_that_record()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = TrustPrograms.Whole().Without("endpoint-exchange").With("check", inputs => inputs.Set("triggers", ListValue.Of(["1"])))
            .Select(resource => resource.Name == "exchange-on-lync" ? Declared.Of(resource.Type, resource.Name, Programs.Partner()) : resource)
            .Select(resource => resource.Name == "check" ? Declared.Of(resource.Type, resource.Name, Programs.Check()) : resource)
            .ToList();

        var preview = await Deployment.PreviewAsync(plugin, state, program);
        var up = await Deployment.UpAsync(plugin, state, program);

        Assert.Equal("PT3056", preview.Refusals["exchange-on-lync"]);
        Assert.Equal(up.Refusals["exchange-on-lync"], preview.Refusals["exchange-on-lync"]);
    }

    [Fact]
    public async Task A_planned_roll_shows_who_has_to_read_the_new_key_and_that_the_trust_survives_it()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var rolled = TrustPrograms.Whole().With("cert-exchange", _ => Programs.Certificate(PluginUnderTest.Exchange, validityDays: 365)).ToList();

        var preview = await Deployment.PreviewAsync(plugin, state, rolled);

        Assert.Equal(["fingerprint"], preview.Differences["endpoint-exchange"].DetailedDiff.Keys);
        Assert.Equal(["refreshTrigger"], preview.Differences["exchange-on-lync"].DetailedDiff.Keys);
        Assert.Empty(preview.Differences["endpoint-lync"].DetailedDiff);
        Assert.Empty(preview.Refusals);
        Assert.Contains("would succeed", Deployment.Told(plugin, "check").First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roll_of_which_the_partner_is_not_told_is_foretold_to_break_the_trust()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var program = TrustPrograms.Whole().With("lync-on-exchange", _ => Programs.LyncPartner()).ToList();
        await Deployment.UpAsync(plugin, state, program);
        var rolled = program.With("cert-lync", _ => Programs.Certificate(PluginUnderTest.Lync, validityDays: 365)).ToList();

        var preview = await Deployment.PreviewAsync(plugin, state, rolled);
        var up = await Deployment.UpAsync(plugin, state, rolled);

        Assert.Equal(["check"], preview.Refusals.Keys);
        Assert.Equal(up.Refusals, preview.Refusals);
        Assert.Contains(
            $"[generated by the update for {PluginUnderTest.Lync}]",
            Assert.Single(Deployment.Told(plugin, "check"), told => told.Contains("would fail", StringComparison.Ordinal)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_staged_certificate_that_is_to_sign_at_once_does_so_in_the_plan()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var now = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PlanCertificates.Text(0)));
        var endpoint = Declared.Of("AuthMetadataEndpoint", "endpoint", Programs.Endpoint(PluginUnderTest.Lync));
        var staged = await Deployment.UpAsync(
            plugin, state, Declared.Of("CertificateBinding", "cert", now.Set("effectiveDate", "2026-03-20T00:00:00Z")), endpoint);

        var preview = await Deployment.PreviewAsync(plugin, state, Declared.Of("CertificateBinding", "cert", now), endpoint);
        var up = await Deployment.UpAsync(plugin, state, Declared.Of("CertificateBinding", "cert", now), endpoint);

        Assert.Equal(["endpoint"], staged.Refusals.Keys);
        Assert.Equal(up.Refusals, preview.Refusals);
        Assert.Empty(preview.Refusals);
    }

    [Fact]
    public async Task A_changed_realm_shows_in_the_preview_that_the_partner_will_be_replaced()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var moved = TrustPrograms.Whole().With("oauth", inputs => inputs.Set("realm", "fabrikam.com")).ToList();

        var preview = await Deployment.PreviewAsync(plugin, state, moved);
        var up = await Deployment.UpAsync(plugin, state, moved);

        Assert.Equal(["refreshTrigger"], preview.Differences["lync-on-exchange"].Replaces);
        Assert.Equal(up.Differences["lync-on-exchange"].Replaces, preview.Differences["lync-on-exchange"].Replaces);
        Assert.Equal(up.Refusals, preview.Refusals);
    }

    [Fact]
    public async Task What_is_not_known_is_neither_promised_nor_refused()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        var source = PropertyMap.Of(("pfx", UnknownValue.Text));

        var preview = await Deployment.PreviewAsync(
            plugin, state, TrustPrograms.Whole().With("cert-exchange", inputs => inputs.Set("source", source)));

        Assert.Empty(preview.Refusals);
        Assert.Equal(
            $"Preview: {PluginUnderTest.Lync} calls {PluginUnderTest.Exchange} for {PluginUnderTest.SipUri}. "
            + "Whether that will succeed cannot be told before the update, because source.pfx of CertificateBinding \"cert-exchange\" is not known "
            + $"before the update, and decides what {PluginUnderTest.Exchange} signs with. "
            + "Write a value that is known before, or see what the update finds.",
            Assert.Single(Deployment.Told(plugin, "check")));
        Assert.Empty(plugin.Engine.Warnings);
    }

    [Fact]
    public async Task Without_proof_a_preview_tells_only_what_the_inputs_tell()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("proveOnPreview", false));

        var preview = await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole().Without("lync-on-exchange"));

        Assert.Empty(Deployment.Told(plugin, "check"));
        Assert.Equal(["allowedAudiences", "fingerprint", "issuer", "keys", "realm"], Unknowns(preview.OutputsOf("endpoint-lync")));
        Assert.Equal(["allowedAudiences", "fingerprint", "keys"], Unknowns(preview.OutputsOf("endpoint-exchange")));
    }

    [Fact]
    public async Task Servers_that_cannot_be_reached_are_told_once_and_the_preview_goes_on()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Remove("mailboxes").Set("engine", "powerShell").Set("shell", ListValue.Of(["no-such-program-anywhere"])));

        var preview = await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole());

        Assert.Equal("litwareinc.com", Text(preview.OutputsOf("oauth"), "realm"));
        Assert.StartsWith(
            "This preview cannot tell whether the trust will work. shell: PT8100", Assert.Single(plugin.Engine.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_leaves_every_file_as_it_was()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        await plugin.DisposeAsync();
        var before = Files(plugin.DataDirectory);

        await using (var next = await PluginUnderTest.StartConfiguredAsync(folder: plugin.Folder))
        {
            var rolled = TrustPrograms.Whole().With("cert-lync", _ => Programs.Certificate(PluginUnderTest.Lync, validityDays: 365))
                .With("oauth", inputs => inputs.Set("realm", "fabrikam.com"));
            Assert.NotEmpty((await Deployment.PreviewAsync(next, state, rolled)).Differences["cert-lync"].DetailedDiff);
        }

        Assert.Equal(before, Files(plugin.DataDirectory));
    }

    [Fact]
    public async Task One_process_may_serve_a_preview_and_then_the_update()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var rolled = TrustPrograms.Whole().With("cert-lync", _ => Programs.Certificate(PluginUnderTest.Lync, validityDays: 365)).ToList();

        await Deployment.PreviewAsync(plugin, state, rolled);
        var unchanged = await Deployment.UpAsync(plugin, state, TrustPrograms.Whole());
        var up = await Deployment.UpAsync(plugin, state, rolled);

        Assert.All(unchanged.Differences.Values, diff => Assert.Empty(diff.DetailedDiff));
        Assert.Empty(up.Refusals);
        Assert.Equal(["source.generate.validityDays"], up.Differences["cert-lync"].DetailedDiff.Keys);
    }

    [Fact]
    public async Task A_question_in_a_preview_is_answered_from_the_plan()
    {
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Deployment.PreviewAsync(plugin, state, TrustPrograms.Whole());

        Assert.True(await IsTrustedAsync(plugin, preview: true));
        Assert.False(await IsTrustedAsync(plugin, preview: false));
    }

    private static async Task<bool> IsTrustedAsync(PluginUnderTest plugin, bool preview)
    {
        var question = PropertyMap.Of(("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("sipUri", PluginUnderTest.SipUri));
        var answer = await plugin.Client.InvokeAsync(
            new InvokeRequest { Tok = "partnertrust:index:explainTrust", Args = PropertyCodec.Encode(question), Preview = preview }, default);
        return PropertyCodec.Decode(answer.Return)["accepted"] is BoolValue { Value: true };
    }

    private static IEnumerable<string> Unknowns(PropertyMap outputs) =>
        outputs.AsEnumerable().Where(output => output.Value.ContainsUnknown()).Select(output => output.Key).Order(StringComparer.Ordinal);

    private static string Text(PropertyMap map, string name) => Assert.IsType<TextValue>(map[name]).Value;

    private static Dictionary<string, string> Files(string directory) => Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
        .ToDictionary(file => file, file => Convert.ToHexString(File.ReadAllBytes(file)));
}
