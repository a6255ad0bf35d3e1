using System.Text.Json.Nodes;
using Grpc.Core;
using PartnerTrust.Deployment;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>A server that is taken out of the configuration, with what the stack keeps on it or before that: the stack goes on.</summary>
public sealed class LostServerTests
{
    private const string Lost = PluginUnderTest.SecondLync;
    private const string Renamed = "atl-cs-007.litwareinc.com";

    /// <summary>What stays on the server, by the type that is let go.</summary>
    private static readonly Dictionary<string, string> Left = new()
    {
        ["CertificateBinding"] = "the certificate ",
        ["OAuthConfiguration"] = "what the stack wrote into its OAuth settings",
        ["PartnerApplication"] = "the partner application \"Exchange\"",
        ["AuthorizationServer"] = "the authorization server \"sts\"",
    };

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task Every_resource_is_kept_by_a_refresh_and_let_go_by_a_deletion(EngineKind kind)
    {
        await using var far = FarServers.Of(kind);
        TrustEngineFactory? open = far is null ? null : far.OpenAsync;
        await using var before = await PluginUnderTest.StartConfiguredAsync(open);
        await Programs.EstablishTrustAsync(before, kind);
        var resources = new List<(string Type, ManagedResource Resource)>();
        foreach (var (type, inputs) in OnAndTo(Lost))
        {
            var resource = new ManagedResource(before, type, $"it-{resources.Count}");
            await resource.UpAsync(inputs);
            resources.Add((type, resource));
        }

        await using var after = await PluginUnderTest.StartAsync(open, before.Folder, clock: before.Time);
        await after.ConfigureAsync(ServersWithout(Lost));
        foreach (var (type, resource) in resources)
        {
            await GoesAsync(after, type, resource.In(after));
        }
    }

    [SkippableTheory]
    [MemberData(nameof(ServersUnderTest.Kinds), MemberType = typeof(ServersUnderTest))]
    public async Task A_renamed_server_gets_everything_anew_and_the_old_name_is_let_go(EngineKind kind)
    {
        await using var stack = new DeployedStack(kind);
        stack.Configured.Add(new JsonObject { ["fqdn"] = Renamed, ["product"] = "LyncServer" });
        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, Lost, kind)));

        Remove(stack, Lost);
        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, Renamed, kind)));

        Assert.All(Left.Values, left => Assert.Contains(left, stack.Output, StringComparison.Ordinal));
        Assert.Empty(On(stack, Lost));
        Assert.NotEmpty(On(stack, Renamed));
        Assert.Empty((await ExpectAsync(stack, stack.PreviewAsync(program => DeclareAsync(program, Renamed, kind)))).Changes);
    }

    [Fact]
    public async Task A_stack_goes_on_without_the_server_and_takes_it_back()
    {
        await using var stack = new DeployedStack();
        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, Lost, EngineKind.Embedded)));
        var entry = Remove(stack, Lost);

        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, null, EngineKind.Embedded)));
        Assert.All(Left.Values, left => Assert.Contains(left, stack.Output, StringComparison.Ordinal));
        Assert.Empty(On(stack, Lost));
        Assert.Empty((await ExpectAsync(stack, stack.PreviewAsync(program => DeclareAsync(program, null, EngineKind.Embedded)))).Changes);

        stack.Configured.Add(entry);
        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, Lost, EngineKind.Embedded)));
        await ExpectAsync(stack, stack.DestroyAsync());
        Assert.DoesNotContain("PT1117", stack.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_tells_what_would_be_left_behind()
    {
        await using var stack = new DeployedStack();
        await ExpectAsync(stack, stack.UpAsync(program => DeclareAsync(program, Lost, EngineKind.Embedded)));
        Remove(stack, Lost);

        var planned = await stack.PlanAsync(program => DeclareAsync(program, null, EngineKind.Embedded));

        Assert.All(Left.Values, left => Assert.Contains(left, planned.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CertificateBinding", Lost)]
    [InlineData("OAuthConfiguration", Lost)]
    [InlineData("PartnerApplication", $"{Lost}/Exchange")]
    public async Task What_is_imported_from_a_server_that_is_not_configured_is_refused(string type, string id)
    {
        await using var plugin = await PluginUnderTest.StartAsync();
        await plugin.ConfigureAsync(ServersWithout(Lost));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ReadAsync(
            new ReadRequest { Id = id, Urn = new ManagedResource(plugin, type).Urn }, CancellationToken.None));

        Assert.Contains("PT1201", refusal.Message, StringComparison.Ordinal);
    }

    private static async Task GoesAsync(PluginUnderTest plugin, string type, ManagedResource resource)
    {
        var (outputs, told) = (resource.Outputs, plugin.Engine.Warnings.Count());
        var diff = await resource.RefreshAsync();
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff?.Changes);
        Assert.Equal(outputs, resource.Outputs);
        Assert.StartsWith("PT1118", After(Assert.Single(plugin.Engine.Warnings.Skip(told))), StringComparison.Ordinal);

        told = plugin.Engine.Warnings.Count();
        await resource.DeleteAsync();
        var warnings = plugin.Engine.Warnings.Skip(told).ToList();
        if (Left.TryGetValue(type, out var left))
        {
            Assert.StartsWith("PT1117", After(Assert.Single(warnings)), StringComparison.Ordinal);
            Assert.Contains(left, warnings[0], StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(warnings);
        }
    }

    /// <summary>Without the property.</summary>
    private static string After(string warning) => warning["servers: ".Length..];

    private static PropertyMap ServersWithout(string server)
    {
        var all = (ListValue)PluginUnderTest.Servers["servers"];
        var others = all.Items.Where(entry => ((TextValue)((PropertyMap)entry)["fqdn"]).Value != server);
        return PluginUnderTest.Servers.Set("servers", ListValue.Of(others));
    }

    /// <summary>One resource of each type on the server, and a call to it.</summary>
    private static (string Type, PropertyMap Inputs)[] OnAndTo(string server) =>
    [
        ("CertificateBinding", Programs.Certificate(server)),
        ("OAuthConfiguration", Programs.OAuth().Set("server", server)),
        ("AuthMetadataEndpoint", Programs.Endpoint(server)),
        ("PartnerApplication", Programs.Partner().Set("server", server)),
        ("AuthorizationServer", Programs.TokenServer().Set("server", server)),
        ("ConnectivityCheck", Programs.Check().Set("server", server).Set("onFailure", "warn")),
        ("ConnectivityCheck", PropertyMap.Of(
            ("server", PluginUnderTest.Exchange),
            ("target", server),
            ("sipUri", PluginUnderTest.SipUri),
            ("method", "probe"),
            ("onFailure", "warn"))),
    ];

    private static async Task DeclareAsync(TestStack stack, string? server, EngineKind kind)
    {
        await StackPrograms.DeclareAsync(stack, "CertificateBinding", "exchange", Programs.Certificate(PluginUnderTest.Exchange));
        await StackPrograms.DeclareAsync(stack, "AuthMetadataEndpoint", "exchange", Programs.Endpoint(PluginUnderTest.Exchange));
        if (kind.BindsTokenServers())
        {
            await StackPrograms.DeclareAsync(stack, "CertificateBinding", "sts", Programs.Certificate(Litware.TokenServer));
        }

        await StackPrograms.DeclareAsync(stack, "AuthMetadataEndpoint", "sts", Programs.Endpoint(Litware.TokenServer));
        foreach (var (number, (type, inputs)) in (server is null ? [] : OnAndTo(server)).Index())
        {
            await StackPrograms.DeclareAsync(stack, type, $"it-{number}", inputs);
        }
    }

    private static JsonNode Remove(DeployedStack stack, string server)
    {
        var entry = stack.Configured.Single(entry => (string?)entry!["fqdn"] == server)!;
        stack.Configured.Remove(entry);
        return entry;
    }

    private static async Task<DeploymentResult> ExpectAsync(DeployedStack stack, Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, stack.Output);
        return result;
    }

    /// <summary>The resources that are on the server, or call it.</summary>
    private static string[] On(DeployedStack stack, string server) =>
    [
        .. stack.State.Where(resource => new[] { "server", "target" }.Any(name => (string?)resource!["inputs"]?[name] == server))
            .Select(resource => (string)resource!["urn"]!),
    ];
}
