using Grpc.Core;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>A check that does not hold any more says why, and one that cannot be made says that.</summary>
public sealed class FailedCheckTests
{
    [Fact]
    public async Task A_refresh_tells_why_the_check_fails_and_what_to_do_and_keeps_the_steps()
    {
        await using var plugin = await StartAsync();
        var check = new ManagedResource(plugin, "ConnectivityCheck");
        await check.UpAsync(Programs.Check());
        await plugin.InLabAsync(lab => lab.Faults.SwitchOnAsync(new HostFault(PluginUnderTest.Exchange, HostFaultKind.OAuthDisabled, null), default));

        await check.RefreshAsync();

        var told = Assert.Single(plugin.Engine.Warnings, warning => warning.Contains("PT6003", StringComparison.Ordinal));
        Assert.Contains("OAuth", told, StringComparison.Ordinal);
        Assert.Equal<PropertyValue>(false, check.Outputs["succeeded"]);
        var failed = Assert.Single(((ListValue)check.Outputs["steps"]).Items, step => ((PropertyMap)step)["succeeded"].Equals((PropertyValue)false));
        Assert.Equal<PropertyValue>("PT6003", ((PropertyMap)failed)["code"]);
        var found = check.Outputs;
        await check.RefreshAsync();
        Assert.Equal(found, check.Outputs);
        Assert.Equal(2, plugin.Engine.Warnings.Count(warning => warning.Contains("PT6003", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Another_reason_than_the_recorded_one_is_recorded()
    {
        await using var plugin = await StartAsync();
        var check = new ManagedResource(plugin, "ConnectivityCheck");
        await check.UpAsync(Programs.Check());
        await plugin.InLabAsync(lab => lab.Faults.SwitchOnAsync(new HostFault(PluginUnderTest.Exchange, HostFaultKind.OAuthDisabled, null), default));
        await check.RefreshAsync();
        var first = check.Outputs;

        await plugin.InLabAsync(lab => lab.Faults.SwitchOffAsync(PluginUnderTest.Exchange, null, default));
        await plugin.InLabAsync(lab => lab.Partners.RemoveAsync(PluginUnderTest.Exchange, "LyncEnterprise", default));
        await check.RefreshAsync();

        Assert.NotEqual(first["steps"], check.Outputs["steps"]);
    }

    [Fact]
    public async Task A_probe_that_goes_through_does_not_undo_a_failure_that_lies_beyond_it_and_the_next_update_tries_again()
    {
        await using var plugin = await StartAsync();
        await new ManagedResource(plugin, "OAuthConfiguration", "oauth").UpAsync(Programs.OAuth());
        var check = new ManagedResource(plugin, "ConnectivityCheck");
        var program = Programs.Check().Set("sipUri", "sip:nobody@litwareinc.com").Set("onFailure", "warn");
        await check.UpAsync(program);
        var found = check.Outputs["steps"];

        await check.RefreshAsync();

        Assert.Equal<PropertyValue>(false, check.Outputs["succeeded"]);
        Assert.Equal(found, check.Outputs["steps"]);
        Assert.Equal(["succeeded"], (await check.UpAsync(program))!.DetailedDiff.Keys);
        Assert.Empty((await check.DiffAsync(program)).DetailedDiff);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_an_error_of_the_check_and_no_verdict_on_the_trust()
    {
        await using var first = await StartAsync();
        var check = new ManagedResource(first, "ConnectivityCheck");
        await check.UpAsync(Programs.Check());
        await first.DisposeAsync();
        var database = Assert.Single(Directory.GetFiles(first.DataDirectory, "*.db"));
        await File.WriteAllBytesAsync(database, [.. Enumerable.Repeat((byte)0x5a, 8192)]);
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(folder: first.Folder, clock: first.Time);
        var read = new ReadRequest
        {
            Id = check.Id,
            Urn = check.Urn,
            Inputs = PropertyCodec.Encode(check.Inputs),
            Properties = PropertyCodec.Encode(check.Outputs),
        };

        var refreshed = await Assert.ThrowsAsync<RpcException>(() => plugin.Client.ReadAsync(read, default));
        var made = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "ConnectivityCheck", "new").UpAsync(Programs.Check()));

        Assert.All([refreshed, made], failure => Assert.Contains("PT7002", failure.Message, StringComparison.Ordinal));
        Assert.Null(made.Detail<ErrorResourceInitFailed>());
    }

    private static async Task<PluginUnderTest> StartAsync()
    {
        var plugin = await PluginUnderTest.StartConfiguredAsync();
        await Programs.EstablishTrustAsync(plugin);
        await Programs.RegisterPartnersAsync(plugin);
        return plugin;
    }
}
