using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What the answer to a call says is to be done is done, and the call is answered.</summary>
public sealed class CallRemedyTests
{
    private const string Component = "partnertrust:index:TwoWayTrust";

    private static readonly string Check = $"{PluginUnderTest.Lync}/5d2b3f1e-0000-4000-8000-000000000000";

    private static readonly CallRemedy[] Rows =
    [
        new("PT1031", "Import these, each by its own id", ImportComponentAsync, plugin => ImportAsync(plugin, "CertificateBinding", PluginUnderTest.Lync)),
        new("PT1201", "Import the resource by an id of that form", plugin => ImportAsync(plugin, "PartnerApplication", "Exchange"),
            plugin => ImportAsync(plugin, "PartnerApplication", $"{PluginUnderTest.Lync}/Exchange")),
        new("PT1202", "probably \"partnertrust:index:explainTrust\"", plugin => AskAsync(plugin, "partnertrust:index:explainTrus"),
            plugin => AskAsync(plugin, "partnertrust:index:explainTrust")),
        new("PT1203", "List another type", plugin => ListAsync(plugin, "OAuthConfiguration"), plugin => ListAsync(plugin, "PartnerApplication")),
        new("PT1204", "Start again with the first page", plugin => ListAsync(plugin, "PartnerApplication", "no page"),
            plugin => ListAsync(plugin, "PartnerApplication")),
        new("PT1205", "Declare a new ConnectivityCheck instead", WithoutMailboxesAsync, CheckAsync),
        new("PT1107", "the configuration before the first resource", UnconfiguredAsync, CheckAsync),
        new("PT8004", "probably \"partnertrust:index:CertificateBinding\"", plugin => DeclareAsync(plugin, "CertificateBindin"),
            plugin => DeclareAsync(plugin, "CertificateBinding")),
        new("PT1013", "Set the property", plugin => NameAsync(plugin, null), plugin => NameAsync(plugin, "Exchange")),
        new("PT8008", "Remove the parameters", plugin => plugin.Client.ParameterizeAsync(new ParameterizeRequest(), default),
            plugin => plugin.Client.GetSchemaAsync(new GetSchemaRequest(), default)),
        new("PT8006", "Use a function of the package", plugin => plugin.Client.CallAsync(new CallRequest { Tok = "x" }, default),
            plugin => AskAsync(plugin, "partnertrust:index:explainTrust")),
    ];

    public static TheoryData<string> All => [.. Rows.Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Following_it_gets_the_call_answered(string number)
    {
        var remedy = Rows.Single(row => row.Number == number);
        await using var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);

        var told = (await Assert.ThrowsAsync<RpcException>(() => remedy.Wrong(plugin))).Message;
        Assert.Contains(number, told, StringComparison.Ordinal);
        Assert.Contains(remedy.Words, told, StringComparison.Ordinal);

        await remedy.Right(plugin);
    }

    private static async Task ImportComponentAsync(PluginUnderTest plugin) =>
        await plugin.Client.ReadAsync(
        new ReadRequest { Id = "trust", Urn = $"urn:pulumi:dev::trust::{Component}::trust", Type = Component }, default);

    private static Task ImportAsync(PluginUnderTest plugin, string type, string id) => new ManagedResource(plugin, type, "imported").ImportAsync(id);

    private static async Task DeclareAsync(PluginUnderTest plugin, string type) =>
        await new ManagedResource(plugin, type, "declared").CheckedAsync(Programs.Certificate(PluginUnderTest.Lync));

    private static async Task CheckAsync(PluginUnderTest plugin) =>
        await new ManagedResource(plugin, "ConnectivityCheck", "check").UpAsync(Programs.Check());

    private static Task AskAsync(PluginUnderTest plugin, string function) => InvokeAsync(
        plugin, function, PropertyMap.Of(("from", PluginUnderTest.Lync), ("to", PluginUnderTest.Exchange), ("sipUri", PluginUnderTest.SipUri)));

    private static async Task InvokeAsync(PluginUnderTest plugin, string function, PropertyMap arguments)
    {
        var answer = await plugin.Client.InvokeAsync(new InvokeRequest { Tok = function, Args = PropertyCodec.Encode(arguments) }, default);
        Refuse(answer.Failures);
    }

    /// <summary>In a project that disables automatic naming.</summary>
    private static async Task NameAsync(PluginUnderTest plugin, string? name)
    {
        var answer = await plugin.Client.CheckAsync(
            new CheckRequest
            {
                Urn = "urn:pulumi:dev::trust::partnertrust:index:PartnerApplication::named",
                News = PropertyCodec.Encode(name is null ? Programs.Partner().Remove("name") : Programs.Partner().Set("name", name)),
                Autonaming = new() { Mode = CheckRequest.Types.AutonamingOptions.Types.Mode.Disable },
            },
            default);
        Refuse(answer.Failures);
    }

    /// <summary>What is refused among the answers is refused like the rest.</summary>
    private static void Refuse(IReadOnlyList<CheckFailure> failures)
    {
        if (failures is [var failure, ..])
        {
            throw new RpcException(new Grpc.Core.Status(StatusCode.InvalidArgument, failure.Reason), failure.Reason);
        }
    }

    private static async Task ListAsync(PluginUnderTest plugin, string type, string page = "")
    {
        var request = new ListRequest { Token = $"partnertrust:index:{type}", ContinuationToken = page };
        Assert.NotEmpty(await plugin.Client.ListAsync(request, default).ToListAsync());
    }

    private static async Task WithoutMailboxesAsync(PluginUnderTest plugin)
    {
        await using var other = await PluginUnderTest.StartAsync();
        await other.ConfigureAsync(PluginUnderTest.Servers.Remove("mailboxes"));
        await ImportAsync(other, "ConnectivityCheck", Check);
    }

    private static async Task UnconfiguredAsync(PluginUnderTest plugin)
    {
        await using var other = await PluginUnderTest.StartAsync();
        await CheckAsync(other);
    }
}
