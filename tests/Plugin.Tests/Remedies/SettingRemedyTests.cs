using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What a refusal of a shell's settings says is to be done is done in the settings; then they are taken. No server is needed: a shell
/// starts when it is first used.</summary>
public sealed class SettingRemedyTests
{
    private const string Folder = "folder";

    private static readonly PropertyMap Sts = Server(Litware.TokenServer, "TokenServer");
    private static readonly PropertyMap Farm = Server(Litware.SharePoint, "SharePointServer").Set("realm", "af90cc03-4a26-45e9-906a-609cebcebbde");

    public static TheoryData<SettingRemedy> All =>
    [
        new("PT1110", "Name the program", Line(), Line("pwsh")),
        new("PT1110", "or remove the setting", Line(), Real(Lync())),
        new("PT1111", "such as \"powershell.exe\"", Line("shell.cmd"), Line("powershell.exe")),
        new("PT1112", "Remove the argument and what follows it", Line("pwsh", "-NoLogo", "-File", "start.ps1"), Line("pwsh", "-NoLogo")),
        new("PT1112", "Modules are named in \"modules\"", Line("pwsh", "-Command", "Import-Module ours"), Real(Lync().Set("modules", Texts("ours")))),
        new("PT1113", "Remove the argument", Line("ssh", "-tt", "exch01", "pwsh"), Line("ssh", "exch01", "pwsh")),
        new("PT1113", "with an option the \"-o\" before it", Line("ssh", "-o", "RequestTTY=force", "exch01", "pwsh"), Line("ssh", "exch01", "pwsh")),
        new("PT1114", "Remove the setting from this server", Real(Lync(), Sts.Set("shell", Texts("pwsh"))), Real(Lync(), Sts)),
        new("PT1115", "Remove the setting", Real(Farm.Set("session", "remote")), Real(Farm.Set("shell", Texts("ssh", "sp01", "pwsh")))),
        new("PT1116", "Correct the path", Transcript(Folder), Transcript($"{Folder}/cmdlets.log")),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Following_it_ends_what_it_is_for(SettingRemedy remedy)
    {
        await using var plugin = CheckingPlugin.Start();
        Directory.CreateDirectory(Path.Combine(plugin.Folder, Folder));

        var refused = Assert.Single((await CheckAsync(plugin, remedy.Wrong)).Failures).Sentence();
        Assert.StartsWith(remedy.Number, refused, StringComparison.Ordinal);
        Assert.Contains(remedy.Words, refused, StringComparison.Ordinal);

        Assert.Empty((await CheckAsync(plugin, remedy.Right)).Failures);
        await plugin.ConfigureAsync(remedy.Right);
    }

    private static Task<CheckResponse> CheckAsync(CheckingPlugin plugin, PropertyMap settings) =>
        plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

    /// <summary>With the command line of Lync's shell.</summary>
    private static PropertyMap Line(params string[] words) => Real(Lync().Set("shell", Texts(words)));

    private static PropertyMap Transcript(string path) => Real(Lync()).Set("transcript", path);

    private static PropertyMap Real(params PropertyMap[] servers) =>
        PropertyMap.Of(("engine", "powerShell"), ("servers", ListValue.Of([.. servers.Select(server => (PropertyValue)server)])));

    private static PropertyMap Lync() => Server(PluginUnderTest.Lync, "LyncServer");

    private static PropertyMap Server(string fqdn, string product) => PropertyMap.Of(("fqdn", fqdn), ("product", product));

    private static ListValue Texts(params string[] texts) => ListValue.Of([.. texts.Select(text => (PropertyValue)text)]);
}
