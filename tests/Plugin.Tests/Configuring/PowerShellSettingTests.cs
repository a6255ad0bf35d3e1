using Grpc.Core;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Tests.Configuring;

/// <summary>How real servers are reached, as the settings say it.</summary>
public sealed class PowerShellSettingTests
{
    private static readonly PropertyMap Real = PluginUnderTest.Servers.Set("engine", "powerShell");

    private static readonly PropertyMap Ssh = PropertyMap.Of(
        ("fqdn", PluginUnderTest.Exchange),
        ("product", "ExchangeServer"),
        ("shell", ListValue.Of(["ssh", "admin@exch01", "pwsh"])),
        ("session", "local"),
        ("modules", ListValue.Of(["ExchangeProxy", @"D:\Modules\Ours.psm1"])));

    public static TheoryData<string, PropertyMap> Forms => new()
    {
        { "native", Reached(ListValue.Of([Ssh])) },
        { "JSON text", Reached(
            $$"""[{"fqdn":"{{PluginUnderTest.Exchange}}","product":"ExchangeServer","shell":["ssh","admin@exch01","pwsh"],"session":"local","modules":["ExchangeProxy","D:\\Modules\\Ours.psm1"]}]""")
            .Set("timeouts", """{"read":30,"restart":3600}""") },
        { "JSON text inside", Reached(ListValue.Of(
            [Ssh.Set("shell", """["ssh","admin@exch01","pwsh"]""").Set("modules", """["ExchangeProxy","D:\\Modules\\Ours.psm1"]""")]))
            .Set("timeouts", PropertyMap.Of(("read", "30"), ("restart", "3600"))) },
        { "a secret", Reached(new SecretValue(ListValue.Of([Ssh]))) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_says_the_same(string form, PropertyMap settings)
    {
        var (installation, faults) = Read(settings);

        Assert.True(faults.Count == 0, form);
        var shell = Assert.Single(installation.PowerShell!.Shells);
        Assert.Equal(PluginUnderTest.Exchange, shell.Key);
        Assert.Equal(
            new ServerShell(["ssh", "admin@exch01", "pwsh"], SessionLayer.Local, ["ExchangeProxy", @"D:\Modules\Ours.psm1"]), shell.Value);
        Assert.Equal(
            Timeouts.Usual with { Read = TimeSpan.FromSeconds(30), Restart = TimeSpan.FromHours(1) }, installation.PowerShell.Timeouts);
        Assert.Equal("cmdlets.log", installation.PowerShell.Transcript);
    }

    [Fact]
    public void What_is_not_said_follows_from_the_machine_and_the_product()
    {
        var (installation, faults) = Read(Real.Remove("mailboxes"));

        Assert.Empty(faults);
        var settings = installation.PowerShell!;
        string[] usual = [OperatingSystem.IsWindows() ? "powershell.exe" : "pwsh"];
        Assert.Equal(
            [
                (Litware.SharePoint, SessionLayer.Local),
                (PluginUnderTest.SecondLync, SessionLayer.Local),
                (PluginUnderTest.Lync, SessionLayer.Local),
                (PluginUnderTest.Exchange, SessionLayer.Remote),
            ],
            settings.Shells.Select(shell => (shell.Key, shell.Value.Layer)).OrderBy(shell => shell.Layer).ThenByDescending(shell => shell.Key));
        Assert.All(settings.Shells.Values, shell => Assert.Equal(usual, shell.CommandLine));
        Assert.All(settings.Shells.Values, shell => Assert.Empty(shell.Modules));
        Assert.Equal(Timeouts.Usual, settings.Timeouts);
        Assert.Null(settings.Transcript);
    }

    [Fact]
    public void The_schema_has_the_times_that_count_where_none_is_given()
    {
        var (installation, _) = Read(Real.Set("timeouts", PropertyMap.Empty));

        Assert.Equal(Timeouts.Usual, installation.PowerShell!.Timeouts);
    }

    [Fact]
    public void The_shell_of_a_server_counts_before_that_of_all()
    {
        var servers = ListValue.Of([Ssh, PropertyMap.Of(("fqdn", PluginUnderTest.Lync), ("product", "LyncServer"))]);

        var (installation, _) = Read(Real.Set("servers", servers).Set("shell", ListValue.Of(["dotnet", "pwsh"])));

        var shells = installation.PowerShell!.Shells;
        Assert.Equal(["ssh", "admin@exch01", "pwsh"], shells[PluginUnderTest.Exchange].CommandLine.AsEnumerable());
        Assert.Equal(["dotnet", "pwsh"], shells[PluginUnderTest.Lync].CommandLine.AsEnumerable());
    }

    [Fact]
    public void Mailboxes_may_be_named_beside_real_servers_and_a_data_directory_is_only_told()
    {
        var (installation, faults) = Read(Real.Set("dataDirectory", "data"));

        Assert.Single(installation.Mailboxes);
        Assert.Equal(("PT1108", "dataDirectory", true), Assert.Single(faults.Select(fault => (fault.Code, fault.Property, fault.IsWarning))));
    }

    [Fact]
    public void What_is_not_known_yet_is_no_mistake()
    {
        var (installation, faults) = Read(Real
            .Set("shell", new UnknownValue(UnknownKind.List))
            .Set("transcript", UnknownValue.Text)
            .Set("timeouts", PropertyMap.Of(("read", new UnknownValue(UnknownKind.Number)))));

        Assert.Empty(faults);
        Assert.Equal(Timeouts.Usual, installation.PowerShell!.Timeouts);
        Assert.Empty(Read(PluginUnderTest.Servers.Set("engine", UnknownValue.Text).Set("shell", ListValue.Of(["pwsh"]))).Faults);
    }

    [Fact]
    public void The_embedded_engine_has_none_of_it() => Assert.Null(Read(PluginUnderTest.Servers).Installation.PowerShell);

    [Fact]
    public async Task The_transcript_lies_in_the_projects_directory_and_the_engine_is_opened_with_it()
    {
        var opened = new List<Engines.PowerShell.PowerShellOptions>();
        await using var remote = new RemoteServers();
        await using var plugin = await PluginUnderTest.StartAsync((installation, environment, cancellationToken) =>
        {
            opened.Add(EngineOpening.OptionsOf(installation, installation.PowerShell!, environment));
            return remote.OpenAsync(installation, environment, cancellationToken);
        });
        await plugin.ConfigureAsync(Real.Set("transcript", "logs/../cmdlets.log"));

        await new ManagedResource(plugin, "OAuthConfiguration").UpAsync(Programs.OAuth());

        var options = Assert.Single(opened);
        Assert.Equal(Path.Combine(DataPlace.Of(plugin.Folder), "cmdlets.log"), options.Transcript);
        Assert.Equal(5, options.Servers.Length);
        Assert.Single(options.Mailboxes);
        Assert.Equal(4, options.Shells.Count);
    }

    [Theory]
    [InlineData("folder", false)]
    [InlineData("file", true)]
    [InlineData("not/there/yet", true)]
    public async Task A_transcript_goes_where_a_file_is_or_can_be(string path, bool fits)
    {
        await using var plugin = CheckingPlugin.Start();
        Directory.CreateDirectory(Path.Combine(plugin.Folder, "folder"));
        await File.WriteAllTextAsync(Path.Combine(plugin.Folder, "file"), "");

        var check = await plugin.Client.CheckConfigAsync(
            new CheckRequest { News = PropertyCodec.Encode(Real.Set("transcript", path)) }, CancellationToken.None);

        Assert.Equal(fits ? [] : ["PT1116"], check.Failures.Select(failure => failure.Sentence()[..6]));
        Assert.False(Directory.Exists(Path.Combine(plugin.Folder, "not")));
    }

    [Fact]
    public async Task A_shell_that_cannot_be_started_is_told_when_it_is_first_needed()
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(Real.Set("shell", ListValue.Of(["no-such-program-anywhere"])));

        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => new ManagedResource(plugin, "OAuthConfiguration").UpAsync(Programs.OAuth()));

        Assert.Contains("PT8100", refusal.Status.Detail, StringComparison.Ordinal);
    }

    private static PropertyMap Reached(PropertyValue servers) => PropertyMap.Of(
        ("engine", "powerShell"),
        ("servers", servers),
        ("transcript", "cmdlets.log"),
        ("timeouts", PropertyMap.Of(("read", 30), ("restart", 3600))));

    private static (Installation Installation, IReadOnlyList<Fault> Faults) Read(PropertyMap settings) =>
        new ConfigurationReader(PackageSchema.BuiltIn, _ => null).ReadInstallation(settings);
}
