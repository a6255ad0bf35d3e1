using System.Text.Json.Nodes;
using PartnerTrust.CmdletSimulator.Installations;
using PartnerTrust.CmdletSimulator.Serving;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.EndToEnd.Tests.Cmdlets;

/// <summary>What a stack's settings say of servers that are reached through real shells, and are played.</summary>
internal static class CmdletSettings
{
    public static bool ArePossible => OperatingSystem.IsLinux() && PowerShellTool.IsThere;

    /// <summary>Lync and Exchange as setup leaves them, and Ken's mailbox.</summary>
    /// <param name="data">Where the played servers keep what they have.</param>
    public static Task<PlayedInstallation> OpenServersAsync(string data) => PlayedInstallation.OpenAsync(
        data,
        [ServerOf(Litware.Lync, ServerProduct.LyncServer), ServerOf(Litware.Exchange, ServerProduct.ExchangeServer)],
        [new Mailbox(Litware.Ken, Litware.KenSmtp, Litware.Exchange, ArchiveEnabled: false)],
        CancellationToken.None);

    /// <summary>The settings of an example that are its program's own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OwnOf(string example) =>
        StackConfiguration.Load(ProjectFile.Load(Path.Combine(ExampleCheckout.Source, example)), "dev").Values
            .Where(setting => !setting.Key.StartsWith("partnertrust:", StringComparison.Ordinal))
            .Select(setting => KeyValuePair.Create(setting.Key, setting.Value.Text));

    /// <summary>A stack's settings file. (JSON is YAML.)</summary>
    /// <param name="played">The servers.</param>
    /// <param name="own">The settings of the stack's program.</param>
    /// <param name="transcript">Where it is told what was run; null for nowhere.</param>
    public static string TextOf(PlayedInstallation played, IEnumerable<KeyValuePair<string, string>> own, string? transcript)
    {
        var config = new JsonObject(own.Select(setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value)))
        {
            ["partnertrust:engine"] = "powerShell",
            ["partnertrust:servers"] = new JsonArray([.. played.World.Servers.Select(server => Describe(server, played.Shells[server.Fqdn]))]),
            ["partnertrust:mailboxes"] = new JsonArray(new JsonObject
            {
                ["sipUri"] = Litware.Ken,
                ["smtpAddress"] = Litware.KenSmtp,
                ["server"] = Litware.Exchange,
            }),
        };
        if (transcript is not null)
        {
            config["partnertrust:transcript"] = transcript;
        }

        return new JsonObject { ["config"] = config }.ToJsonString();
    }

    private static Server ServerOf(string fqdn, ServerProduct product) =>
        new(fqdn, product, Litware.Realm, MetadataUrls.Default(fqdn, product), [Litware.Realm]);

    private static JsonObject Describe(Server server, ServerShell shell) => new()
    {
        ["fqdn"] = server.Fqdn,
        ["product"] = server.Product.ToString(),
        ["shell"] = new JsonArray([.. shell.CommandLine.Select(word => (JsonNode)word)]),
        ["modules"] = new JsonArray([.. shell.Modules.Select(module => (JsonNode)module)]),
    };
}
