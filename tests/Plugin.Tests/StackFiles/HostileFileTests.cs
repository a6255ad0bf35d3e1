using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>Whatever stands in a file: it is read as far as it goes, or refused by a number.</summary>
public sealed class HostileFileTests
{
    private const string Secret = """{ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "ciphertext": "v1:abc" }""";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<(string State, string Preview)>> Files = new(WriteAsync);

    [Theory]
    [InlineData("", "it is not what \"pulumi stack export\" writes")]
    [InlineData("no JSON", "it is not what \"pulumi stack export\" writes")]
    [InlineData("[]", "it holds no deployment")]
    [InlineData("{}", "it holds no deployment")]
    [InlineData("""{ "deployment": null }""", "it holds no deployment")]
    [InlineData("""{ "deployment": {} }""", "no provider of this package is among its resources")]
    [InlineData("""{ "deployment": { "resources": 5 } }""", "no provider of this package is among its resources")]
    [InlineData("""{ "deployment": { "resources": [ null, 1, {}, { "urn": 2 } ] } }""", "no provider of this package is among its resources")]
    [InlineData("""{ "deployment": { "resources": [ { "urn": "\ud800" } ] } }""", "it is not what \"pulumi stack export\" writes")]
    [InlineData("\ud800", "it is not what \"pulumi stack export\" writes")]
    public void What_is_no_state_of_such_a_stack_is_refused_with_the_reason(string text, string reason) => Refused(reason, () => Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("words alone")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{ "steps": null, "diagnostics": 3, "config": [] }""")]
    [InlineData("""{ "steps": [ null, 1, {}, { "op": 5, "urn": [], "oldState": 5, "newState": "x" } ] }""")]
    public void So_is_what_is_no_preview_of_one(string text) => Refused("", () => Change(null, text));

    [Fact]
    public void Nesting_without_end_is_refused() => Refused(
        "it is not what",
        () => Read("{ \"deployment\": { \"resources\": [ { \"inputs\": " + string.Concat(Enumerable.Repeat("[", 100_000)) + " } ] } }"));

    [Fact]
    public void Settings_that_are_encrypted_are_refused_with_the_way_to_show_them()
    {
        var refusal = Assert.Throws<FaultException>(() => Read(Provider($$"""{ "servers": {{Secret}} }"""))).Faults[0];

        Assert.Equal("PT1016", refusal.Code);
        Assert.Contains("the settings of the provider \"default\" are encrypted", refusal.Found, StringComparison.Ordinal);
        Assert.Contains("--show-secrets", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_that_a_run_refuses_are_refused_as_there() => Assert.Equal(
        "PT1102", Assert.Throws<FaultException>(() => Read(Provider("""{ "servers": "[]" }"""))).Faults[0].Code);

    [Fact]
    public void An_encrypted_setting_that_does_not_matter_is_passed_over() => Assert.Single(Assert.Single(Read(Provider(
        $$"""{ "servers": "[{\"fqdn\":\"lync01.litwareinc.com\",\"product\":\"LyncServer\"}]", "transcript": {{Secret}}, "engine": "powerShell" }"""))).Servers);

    [Fact]
    public async Task A_file_that_ends_too_early_is_refused()
    {
        var (state, preview) = await Files.Value;
        for (var end = 0; end < state.Length; end += 997)
        {
            Refused("it is not what", () => Read(state[..end]));
        }

        for (var end = 0; end < preview.Length; end += 997)
        {
            Refused("it is not what", () => Change(state, preview[..end]));
        }
    }

    [Fact]
    [Trait("Size", "Nightly")]
    public async Task Whatever_stands_in_the_place_of_a_value_nothing_but_a_number_comes_of_it()
    {
        var (state, preview) = await Files.Value;
        foreach (var wrong in Damage(state))
        {
            Survives(() => Read(wrong));
            Survives(() => Change(wrong, preview));
        }

        foreach (var wrong in Damage(preview))
        {
            Survives(() => Change(state, wrong));
            Survives(() => Change(null, wrong));
        }
    }

    [Fact]
    public async Task Many_resources_take_no_long_time()
    {
        var (state, _) = await Files.Value;
        var export = JsonNode.Parse(state)!;
        var resources = export["deployment"]!["resources"]!.AsArray();
        var record = resources.First(resource => ((string?)resource!["urn"])!.EndsWith("::lyncOnExchange", StringComparison.Ordinal))!;
        for (var number = 0; number < 5_000; number++)
        {
            var another = record.DeepClone();
            another["urn"] = $"{record["urn"]}{number}";
            another["inputs"]!["name"] = $"another {number}";
            another["outputs"]!["name"] = $"another {number}";
            resources.Add(another);
        }

        Assert.Equal(5_002, Assert.Single(Read(export.ToJsonString())).State.PartnerApplications.Count);
    }

    /// <summary>The text with one of its values in another way: at night each value once.</summary>
    private static IEnumerable<string> Damage(string text)
    {
        string[] kinds = ["null", "5", "true", "\"\"", "\"\\u0000/\\u202e\"", "[]", "{}", "[{}]", "[null, 5]", "1e999", Secret,
            "\"04da6b54-80e4-46f7-96ec-b56ff0331ba9\"", "\"[secret]\"", """{ "4dabf18193072939515e22adb298388d": 7 }"""];
        var count = Places(JsonNode.Parse(text)!).Count();
        for (var place = 0; place < count; place += GeneratedCases.ByNight ? 1 : 11)
        {
            var damaged = JsonNode.Parse(text)!;
            Places(damaged).ElementAt(place).ReplaceWith(JsonNode.Parse(kinds[place % kinds.Length]));
            yield return damaged.ToJsonString();
        }
    }

    private static IEnumerable<JsonNode> Places(JsonNode node) => node switch
    {
        JsonObject map => map.Select(entry => entry.Value).OfType<JsonNode>().SelectMany(value => Places(value).Prepend(value)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(value => Places(value).Prepend(value)),
        _ => [],
    };

    private static void Survives(Action read)
    {
        try
        {
            read();
        }
        catch (FaultException refused)
        {
            Assert.NotEmpty(refused.Faults);
        }
    }

    private static void Refused(string reason, Action read)
    {
        var refusal = Assert.Throws<FaultException>(read).Faults[0];
        Assert.Equal("PT1016", refusal.Code);
        Assert.Contains(reason, refusal.Found, StringComparison.Ordinal);
    }

    private static ImmutableArray<StackInstallation> Read(string text) => StackFile.Read(new StackText("--state", "state.json", text), Now);

    private static void Change(string? state, string preview) => StackChange.Of(
        state is null ? null : new StackText("--state", "state.json", state), new StackText("--preview", "preview.json", preview), Now);

    private static string Provider(string settings) => string.Create(CultureInfo.InvariantCulture, $$"""
        { "deployment": { "resources": [ { "urn": "urn:pulumi:dev::p::pulumi:providers:partnertrust::default", "custom": true, "id": "1",
          "type": "pulumi:providers:partnertrust", "inputs": {{settings}} } ] } }
        """);

    private static async Task<(string State, string Preview)> WriteAsync()
    {
        await using var stack = new SituationStack(RemedyProgram.Healthy.ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        stack.Rewrite(_ => RemedyProgram.Healthy
            .Without("exchangeOnLync")
            .With("lyncOnExchange", $$"""{ server: {{RemedyProgram.Exchange}}, name: other, authMetadataUrl: "${lync.url}" }""")
            .With("lyncCertificate", $$"""{ server: {{RemedyProgram.Lync}}, source: { generate: { validityDays: 700 } }, effectiveDate: "2026-03-06T08:00:00Z" }""")
            .With("check", $$"""{ server: {{RemedyProgram.Lync}}, sipUri: "sip:ann@fabrikam.com", method: probe, onFailure: warn }""")
            .ToString());
        var preview = FileStack.PreviewOf(await stack.PreviewAsync(), PreviewForm.WithOutputs);
        return (stack.Export(), preview.Text);
    }
}
