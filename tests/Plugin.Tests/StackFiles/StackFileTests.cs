using System.Text.Json.Nodes;
using PartnerTrust.Plugin.StackFiles;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.Tests.StackFiles;

/// <summary>What stands in a stack's files beside the trust itself.</summary>
public sealed class StackFileTests
{
    private const string Signature = "4dabf18193072939515e22adb298388d";
    private const string Call = "lync01.fabrikam.com > ex01.fabrikam.com sip:ann@fabrikam.com";
    private const string Secret = "1b47061264138c4ac30d75fd1eb44270";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<string>> State = new(WriteAsync);

    [Fact]
    public async Task Each_provider_has_the_servers_of_its_own_settings_and_the_resources_that_name_it()
    {
        var export = await ExportAsync();
        var other = Find(export, "::default").DeepClone();
        other["urn"] = "urn:pulumi:dev::remedies::pulumi:providers:partnertrust::second";
        Resources(export).Insert(0, other);
        Find(export, "::exchangeOnLync")["provider"] = $"{other["urn"]}::{other["id"]}";

        var installations = Read(export);

        Assert.Equal(["second", "default"], installations.Select(installation => installation.Provider.Split("::")[^1]));
        Assert.Equal([1, 1], installations.Select(installation => installation.State.PartnerApplications.Count));
        Assert.Equal([0, 1], installations.Select(installation => installation.Checks.Length));
    }

    [Fact]
    public async Task A_check_tells_whom_it_calls_and_what_it_last_met()
    {
        var export = await ExportAsync();

        var check = Assert.Single(Assert.Single(Read(export)).Checks);

        Assert.Equal(("check", RemedyProgram.Lync, "sip:ann@fabrikam.com"), (check.Name, check.Request.Server, check.Request.SipUri));
        Assert.True(check.Succeeded);
        Assert.Null(check.FailedStep);
    }

    [Fact]
    public async Task Secrets_in_the_clear_are_read_and_encrypted_ones_are_not_known()
    {
        var export = await ExportAsync();
        var settings = Find(export, "::default")["inputs"]!;
        settings["servers"] = new JsonObject { [Signature] = Secret, ["plaintext"] = settings["servers"]!.ToJsonString() };
        Find(export, "::lyncOnExchange")["outputs"]!["trustedKeys"] = new JsonObject { [Signature] = Secret, ["ciphertext"] = "v1:abc" };

        var state = Assert.Single(Read(export)).State;

        Assert.Null(state.PartnerApplications[(RemedyProgram.Exchange, "lync")].TrustedKeys);
        Assert.Equal("open", Verdicts.Of(state, Now)[Call]);
    }

    [Fact]
    public async Task What_is_to_be_deleted_yet_is_told_and_not_counted()
    {
        var export = await ExportAsync();
        var record = Find(export, "::lyncOnExchange").DeepClone();
        (record["delete"], record["inputs"]!["name"], record["outputs"]!["name"]) = (true, "old", "old");
        Resources(export).Add(record);

        var installation = Assert.Single(Read(export));

        Assert.Equal(2, installation.State.PartnerApplications.Count);
        const string Told = "An earlier PartnerApplication \"lyncOnExchange\" is to be deleted yet";
        Assert.Contains(installation.Unknowns, unknown => unknown.Text.StartsWith(Told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_no_resource_holds_whole_is_known_by_thumbprint_and_validity()
    {
        var export = await ExportAsync();
        Find(export, "::lyncCertificate").ReplaceWith(new JsonObject());

        var installation = Assert.Single(Read(export));

        var certificate = installation.State.Certificates[RemedyProgram.Lync].Current!;
        Assert.True(certificate.Der.IsEmpty);
        Assert.Equal(Now.AddMinutes(-10), certificate.NotBefore);
        Assert.Equal("accepted", Verdicts.Of(installation.State, Now)[Call]);
        Assert.Equal("PT5082", Verdicts.Of(installation.State, certificate.NotAfter.AddDays(1))[Call]);
    }

    [Fact]
    public async Task What_the_stack_does_not_declare_is_unseen_and_told()
    {
        var export = await ExportAsync();
        foreach (var name in new[] { "::lyncCertificate", "::lync", "::settings", "::exchangeOnLync" })
        {
            Find(export, name).ReplaceWith(new JsonObject());
        }

        var installation = Assert.Single(Read(export));

        Assert.Equal(
            [TrustPart.Certificates, TrustPart.Records, TrustPart.Settings],
            installation.State.Unseen.Where(part => part.Server == RemedyProgram.Lync).Select(part => part.Part).Order());
        Assert.Equal(3, installation.Unknowns.Count(unknown => unknown.Server == RemedyProgram.Lync));
    }

    [Theory]
    [InlineData(false, "PT5085")]
    [InlineData(true, "accepted")]
    public async Task A_deletion_takes_a_record_away_unless_it_is_retained(bool isRetained, string told)
    {
        var export = await ExportAsync();
        var record = Find(export, "::lyncOnExchange").DeepClone();
        record["retainOnDelete"] = isRetained;
        var preview = new JsonObject
        {
            ["steps"] = new JsonArray(new JsonObject { ["op"] = "delete", ["urn"] = (string?)record["urn"], ["oldState"] = record }),
        };

        var change = Assert.Single(StackChange.Of(Text(export), Text(preview), Now));

        Assert.Equal("accepted", Verdicts.Of(change.Before!.State, Now)[Call]);
        Assert.Equal(told, Verdicts.Of(change.After!.State, Now)[Call]);
    }

    [Fact]
    public async Task A_preview_without_the_state_says_that_it_tells_only_what_changes()
    {
        var record = Find(await ExportAsync(), "::lyncOnExchange").DeepClone();
        var provider = Find(await ExportAsync(), "::default").DeepClone();
        var preview = new JsonObject
        {
            ["steps"] = new JsonArray(
                new JsonObject { ["op"] = "same", ["urn"] = (string?)provider["urn"], ["oldState"] = provider },
                new JsonObject { ["op"] = "delete", ["urn"] = (string?)record["urn"], ["oldState"] = record }),
        };

        var change = Assert.Single(StackChange.Of(null, Text(preview), Now));

        Assert.Single(change.Before!.State.PartnerApplications);
        Assert.Empty(change.After!.State.PartnerApplications);
        Assert.Contains(change.After.Unknowns, unknown => unknown.Text.StartsWith("Without the stack's state", StringComparison.Ordinal));
    }

    private static IReadOnlyList<StackInstallation> Read(JsonNode export) => [.. StackFile.Read(Text(export), Now)];

    private static StackText Text(JsonNode json) => new("--state", "state.json", json.ToJsonString());

    private static JsonArray Resources(JsonNode export) => export["deployment"]!["resources"]!.AsArray();

    private static JsonNode Find(JsonNode export, string name) =>
        Resources(export).First(resource => ((string?)resource!["urn"])?.EndsWith(name, StringComparison.Ordinal) is true)!;

    private static async Task<JsonNode> ExportAsync() => JsonNode.Parse(await State.Value)!;

    private static async Task<string> WriteAsync()
    {
        await using var stack = new SituationStack(RemedyProgram.Healthy.ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        return stack.Export();
    }
}
