using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Plugin.Tests.Remedies;
using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lab;

/// <summary>What operators type.</summary>
public sealed class LabCommandTests
{
    [Fact]
    public async Task Every_fault_is_switched_on_shown_and_switched_off_by_its_name()
    {
        await using var plugin = await EstablishedAsync();

        foreach (var kind in Enum.GetValues<HostFaultKind>())
        {
            Assert.Equal(0, (await RunAsync(plugin, null, "fault", "--server", PluginUnderTest.Exchange, kind.ToString())).Code);
            Assert.Contains($"fails: {kind}", (await RunAsync(plugin, null, "status")).Output, StringComparison.Ordinal);
            Assert.Equal(0, (await RunAsync(plugin, null, "fault", "--server", PluginUnderTest.Exchange, "--off")).Code);
        }

        Assert.DoesNotContain("fails:", (await RunAsync(plugin, null, "status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_servers_hold_is_told_to_programs_as_to_people()
    {
        await using var plugin = await EstablishedAsync();
        await RunAsync(plugin, null, "roll", "--server", PluginUnderTest.Exchange);
        await RunAsync(plugin, null, "fault", "--server", PluginUnderTest.Exchange, "Slow", "3");

        var text = (await RunAsync(plugin, null, "status")).Output;
        var json = JObject.Parse((await RunAsync(plugin, null, "status", "--json")).Output);

        Assert.Equal(1, (int)json["version"]!);
        var shown = json["servers"]!.SelectMany(server => server["certificates"]!.Select(certificate => $"  {certificate["slot"],-8} {certificate["thumbprint"]} "))
            .Concat(json["servers"]!.SelectMany(server => server["partners"]!.Select(partner => $"  trusts   {partner["name"]} {partner["issuer"]} ")))
            .Concat(json["servers"]!.SelectMany(server => server["findings"]!.Select(finding => $"  warns    {finding["number"]} {finding["found"]} ")))
            .Concat(json["servers"]!.SelectMany(server => server["faults"]!.Select(fault => $"  fails: {fault["kind"]} {fault["value"]}")))
            .ToList();
        Assert.All(shown, line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Equal(text.TrimEnd().Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)), shown.Count);
        Assert.Contains("  fails: Slow 3", shown);
    }

    [Fact]
    public async Task The_staged_certificate_is_published_and_the_previous_one_forgotten()
    {
        await using var plugin = await EstablishedAsync();
        var binding = new ManagedResource(plugin, "CertificateBinding", "lync");
        await binding.ImportAsync(PluginUnderTest.Lync);
        var before = ((TextValue)binding.Outputs["thumbprint"]).Value;
        var effective = plugin.Time.GetUtcNow().AddDays(9).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null);
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync, validityDays: 700).Set("effectiveDate", effective));
        var staged = ((TextValue)binding.Outputs["thumbprint"]).Value;

        var published = await RunAsync(plugin, null, "publish", "--server", PluginUnderTest.Lync);
        var again = await RunAsync(plugin, null, "publish", "--server", PluginUnderTest.Lync);
        var cleared = await RunAsync(plugin, null, "clear-previous", "--server", PluginUnderTest.Lync);

        Assert.Equal((0, $"{PluginUnderTest.Lync} signs with {staged}; before it signed with {before}."), (published.Code, published.Output.Trim()));
        Assert.Contains("PT2021", again.Output, StringComparison.Ordinal);
        Assert.Equal((0, $"{PluginUnderTest.Lync} signs with {staged}; it keeps none that signed before."), (cleared.Code, cleared.Output.Trim()));
    }

    [Fact]
    public async Task A_server_may_be_given_by_any_of_its_names()
    {
        await using var stack = new SituationStack(RemedyProgram.Healthy.Without("check").Setting("servers", $$"""
            [{ fqdn: {{RemedyProgram.Lync}}, product: LyncServer, names: [lyncdiscover.fabrikam.com], members: [fe01.fabrikam.com] },
             { fqdn: pool02.fabrikam.com, product: LyncServer, deployment: {{RemedyProgram.Lync}}, members: [fe11.fabrikam.com] },
             { fqdn: {{RemedyProgram.Exchange}}, product: ExchangeServer, names: [mail.fabrikam.com] },
             { fqdn: {{RemedyProgram.SharePoint}}, product: SharePointServer, realm: af90cc03-4a26-45e9-906a-609cebcebbde }]
            """).ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);

        var rolled = await stack.LabAsync("roll", "--server", "lyncdiscover.fabrikam.com");
        var failing = await stack.LabAsync("fault", "--server", "mail.fabrikam.com", "Html");
        var emptied = await stack.LabAsync("empty", "--server", "pool02.fabrikam.com", "--member", "fe11.fabrikam.com");
        var status = await stack.StatusAsync();

        Assert.Equal([0, 0, 0], [rolled.Code, failing.Code, emptied.Code]);
        Assert.Contains("PT3026", status, StringComparison.Ordinal);
        Assert.Contains("fails: Html", status, StringComparison.Ordinal);
        Assert.Contains("not in the store of fe11.fabrikam.com", status, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_are_encrypted_anew_with_the_passphrase_of_the_environment()
    {
        await using var plugin = await EstablishedAsync();
        var keyFile = Path.Combine(plugin.DataDirectory, "partnertrust.key");
        Assert.True(File.Exists(keyFile));

        var (code, output) = await RunAsync(plugin, "correct horse", "rekey");

        Assert.Equal(0, code);
        Assert.Contains("PARTNERTRUST_PASSPHRASE", output, StringComparison.Ordinal);
        Assert.DoesNotContain("correct horse", output, StringComparison.Ordinal);
        Assert.False(File.Exists(keyFile));
        Assert.Contains("PT7010", (await RunAsync(plugin, null, "roll", "--server", PluginUnderTest.Lync)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_key_file_takes_the_place_of_the_old_one()
    {
        await using var plugin = await EstablishedAsync();
        var keyFile = Path.Combine(plugin.DataDirectory, "partnertrust.key");
        var before = await File.ReadAllBytesAsync(keyFile);

        var (code, output) = await RunAsync(plugin, null, "rekey");

        Assert.Equal(0, code);
        Assert.Contains(keyFile, output, StringComparison.Ordinal);
        Assert.NotEqual(before, await File.ReadAllBytesAsync(keyFile));
        Assert.Equal(0, (await RunAsync(plugin, null, "roll", "--server", PluginUnderTest.Lync)).Code);
    }

    [Fact]
    public async Task What_is_wrong_with_the_trust_shows_with_its_remedy()
    {
        await using var plugin = await EstablishedAsync();
        await Programs.RegisterPartnersAsync(plugin);
        Assert.DoesNotContain("warns", (await RunAsync(plugin, null, "status")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync(plugin, null, "roll", "--server", PluginUnderTest.Exchange)).Code);

        Assert.Contains("warns    PT3026", (await RunAsync(plugin, null, "status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_holds_what_the_directory_holds()
    {
        await using var plugin = await EstablishedAsync();
        var copy = Path.Combine(plugin.DataDirectory, "..", "copy");

        Assert.Equal(2, (await RunAsync(plugin, null, "backup")).Code);
        Assert.Equal(0, (await RunAsync(plugin, null, "backup", "--to", copy)).Code);

        Assert.Equal((await RunAsync(plugin, null, "status")).Output, (await RunAsync(copy, plugin.Time, null, "status")).Output);
    }

    [Fact]
    public async Task An_empty_store_is_made_in_the_place_of_a_lost_one_by_its_identity()
    {
        await using var plugin = await EstablishedAsync();
        var lost = Path.Combine(plugin.Folder, "lost");
        var identity = Guid.NewGuid().ToString("D");

        var misused = await RunAsync(lost, plugin.Time, null, "init", "--identity", "none");
        var made = await RunAsync(lost, plugin.Time, null, "init", "--identity", identity);
        var again = await RunAsync(lost, plugin.Time, null, "init", "--identity", identity);

        Assert.Equal(2, misused.Code);
        Assert.Contains("GUID", misused.Output, StringComparison.Ordinal);
        Assert.Equal(0, made.Code);
        Assert.Contains(identity, made.Output, StringComparison.Ordinal);
        Assert.Equal(4, again.Code);
        Assert.Contains("PT7021", again.Output, StringComparison.Ordinal);
    }

    private static async Task<PluginUnderTest> EstablishedAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        return plugin;
    }

    private static Task<(int Code, string Output)> RunAsync(PluginUnderTest plugin, string? passphrase, params string[] arguments) =>
        RunAsync(plugin.DataDirectory, plugin.Time, passphrase, arguments);

    private static async Task<(int Code, string Output)> RunAsync(string directory, TimeProvider time, string? passphrase, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(
            ["lab", .. arguments, "--data", directory], time, name => name == "PARTNERTRUST_NEW_PASSPHRASE" ? passphrase : null);
        return (run.Code, run.Output + run.Messages);
    }
}
