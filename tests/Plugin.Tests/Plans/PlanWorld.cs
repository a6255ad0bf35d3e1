using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Testing;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>A data directory, the plugin on it and the people who change things behind its back. Plan after plan runs in it, for each must
/// leave it as it was.</summary>
internal sealed class PlanWorld : IAsyncDisposable
{
    private readonly string folder = Folders.Make("plans");
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    private EmbeddedLab? lab;

    private PlanWorld(PluginUnderTest plugin) => Plugin = plugin;

    public static ImmutableArray<string> Servers { get; } = [PluginUnderTest.Lync, PluginUnderTest.Exchange, Litware.TokenServer];

    public DateTimeOffset Now => time.GetUtcNow();

    public static ImmutableArray<string> FaultKinds { get; } = ["ServerError", "Html", "Slow", "TruncatedBody"];

    public PluginUnderTest Plugin { get; private set; }

    private EmbeddedLab Lab => lab!;

    public static async Task<PlanWorld> StartAsync()
    {
        var world = new PlanWorld(null!);
        world.Plugin = await PluginUnderTest.StartConfiguredAsync(folder: world.folder, clock: world.time);
        await PlanCertificates.WriteFilesAsync(world.folder);
        foreach (var server in Servers.Append(Litware.SharePoint))
        {
            await new ManagedResource(world.Plugin, "CertificateBinding", "stored").UpAndDownAsync(
                PropertyMap.Of(("server", server), ("source", PlanCertificates.Text(0))));
        }

        var first = new ManagedResource(world.Plugin, "OAuthConfiguration", "first");
        await first.UpAndDownAsync(Programs.OAuth());
        world.lab = await EmbeddedLab.OpenAsync(world.Plugin.DataDirectory, world.time, NullLoggerFactory.Instance, CancellationToken.None);
        return world;
    }

    /// <summary>As the engine does after a cancelled run: the next one has a plugin of its own.</summary>
    public async Task RestartPluginAsync()
    {
        await Plugin.DisposeAsync();
        Plugin = await PluginUnderTest.StartConfiguredAsync(folder: folder, clock: time);
    }

    public void Advance(int days) => time.Advance(TimeSpan.FromDays(days));

    public Task BreakAsync(PlanStep.Fault fault) => Lab.Faults.SwitchOnAsync(
        new HostFault(fault.Server, Enum.Parse<HostFaultKind>(fault.Kind), fault.Kind == "Slow" ? "0.02" : null), CancellationToken.None);

    public async Task MendAsync()
    {
        foreach (var server in Servers)
        {
            await Lab.Faults.SwitchOffAsync(server, null, CancellationToken.None);
        }
    }

    public async Task<PropertyMap> SettingsAsync()
    {
        var settings = new ManagedResource(Plugin, "OAuthConfiguration", "seen");
        await settings.ImportAsync(PluginUnderTest.Lync);
        return settings.Outputs;
    }

    public async Task DriftAsync(PlanStep.Drift drift, StackEntry? entry)
    {
        var node = StackNode.Of(drift.Node);
        if (node.Type == "OAuthConfiguration")
        {
            var state = await Lab.ReadStateAsync(CancellationToken.None);
            var (realm, url) = drift.Kind == 0
                ? ("contoso.com", null)
                : ("litwareinc.com", new Uri($"https://contoso{drift.Kind}.com/autodiscover.svc"));
            var settings = state.OAuthConfigurations.GetValueOrDefault(PluginUnderTest.Lync)
                ?? new OAuthConfiguration(PluginUnderTest.Lync, "litwareinc.com", WellKnownApplications.Lync, null, []);
            await Lab.Partners.OverwriteOAuthConfigurationAsync(
                settings with { Realm = realm, ExchangeAutodiscoverUrl = url }, CancellationToken.None);
        }
        else if (entry is null or { IsPendingReplacement: true })
        {
            return;
        }
        else if (node.Type == "CertificateBinding" && drift.Kind > 0)
        {
            await RollAsync(entry.Id, drift.Kind);
        }
        else if (node.Type == "PartnerApplication" && drift.Kind > 0)
        {
            await ChangePartnerAsync(entry.Id, drift.Kind);
        }
        else
        {
            await new StackCalls(Plugin, null).DeleteAsync(node, entry);
        }
    }

    /// <summary>What is there, of all that a stack can leave behind.</summary>
    public async Task<ImmutableArray<string>> LeftoversAsync()
    {
        var state = await Lab.ReadStateAsync(CancellationToken.None);
        var items = await Lab.ListMailItemsAsync(10, CancellationToken.None);
        return
        [
            .. state.PartnerApplications.Keys.Select(key => $"partner application {key}"),
            .. state.AuthorizationServers.Keys.Select(key => $"authorization server {key}"),
            .. state.PublishedMetadata.Values.SelectMany(urls => urls.Select(url => $"document {url}")),
            .. state.Certificates.Where(bound => bound.Value != CertificateSlots.Empty).Select(bound => $"certificate of {bound.Key}"),
            .. items.Select(item => $"item {item.Subject}"),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await Lab.DisposeAsync();
        await Plugin.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>By the servers' own tools, which leave no mark of whose it is: a stack of somebody else would own what it binds.</summary>
    private async Task RollAsync(string server, int kind)
    {
        await using var servers = EmbeddedEngine.Open(
            new EmbeddedOptions([.. Lab.Servers], Lab.Mailboxes, Plugin.DataDirectory) { MakeKey = KeyPool.Next }, time, NullLoggerFactory.Instance);
        CertificateSource source = kind == 4 ? new CertificateSource.Generated($"CN={server}", 2048, 500) : PlanCertificates.Imported(kind);
        await servers.BindCertificateAsync(new BindCertificate(server, source, null), CancellationToken.None);
    }

    private async Task ChangePartnerAsync(string id, int kind)
    {
        var (server, name) = (id.Split('/')[0], id.Split('/')[1]);
        if ((await Lab.Partners.ListAsync(server, CancellationToken.None)).All(record => record.Name != name))
        {
            return;
        }

        await Lab.Partners.ChangeAsync(
            server,
            name,
            record => kind switch
            {
                1 => record with { Enabled = false },
                2 => record with { AcceptSecurityIdentifierInformation = !record.AcceptSecurityIdentifierInformation },
                _ => record with { LinkedAccount = null },
            },
            CancellationToken.None);
    }
}
