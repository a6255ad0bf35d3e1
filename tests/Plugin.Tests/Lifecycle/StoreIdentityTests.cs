using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Lifecycle;

/// <summary>A stack's state belongs to one store. Another one, or none where it should be, is noticed before anything is concluded from it.</summary>
public sealed class StoreIdentityTests : IAsyncLifetime
{
    private const string Urn = "urn:pulumi:dev::trust::pulumi:providers:partnertrust::default";
    private PluginUnderTest before = null!;
    private ManagedResource binding = null!;

    public static TheoryData<string> Calls => ["Diff", "Read", "Update", "Delete"];

    private string Elsewhere => Path.Combine(before.Folder, "elsewhere");

    public async Task InitializeAsync()
    {
        before = await PluginUnderTest.StartConfiguredAsync();
        binding = new ManagedResource(before, "CertificateBinding");
        await binding.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
    }

    public async Task DisposeAsync() => await before.DisposeAsync();

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_place_without_a_store_is_refused_with_both_places_and_stays_empty(string call)
    {
        await using var mistyped = await AtAsync(Elsewhere);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => CallAsync(mistyped, call));

        Assert.Contains("PT7020", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Elsewhere, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(before.DataDirectory, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("lab init", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Elsewhere));
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task Another_store_is_refused(string call)
    {
        await using var other = await AtAsync(Elsewhere);
        await new ManagedResource(other, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));

        var refusal = await Assert.ThrowsAsync<RpcException>(() => CallAsync(other, call));

        Assert.Contains("PT7020", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("lab init", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_backup_is_the_same_store(string call)
    {
        await using (var lab = await LabAsync(before.DataDirectory))
        {
            await lab.BackUpAsync(Elsewhere, CancellationToken.None);
        }

        await using var restored = await AtAsync(Elsewhere);

        Assert.Null(await Record.ExceptionAsync(() => CallAsync(restored, call)));
    }

    /// <summary>The default place carries the stack's name (<c>pulumi stack rename</c>).</summary>
    [Theory]
    [MemberData(nameof(Calls))]
    public async Task A_renamed_stack_does_not_begin_with_an_empty_store(string call)
    {
        await using var renamed = await PluginUnderTest.StartAsync(folder: before.Folder, clock: before.Time);
        await renamed.Client.ConfigureAsync(
            new ConfigureRequest
            {
                Args = PropertyCodec.Encode(PluginUnderTest.Servers),
                Urn = Urn.Replace(
                ":dev:", ":renamed:", StringComparison.Ordinal)
            },
            CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => CallAsync(renamed, call));

        Assert.Contains(Path.Combine(before.Folder, ".partnertrust", "renamed"), refusal.Message, StringComparison.Ordinal);
        Assert.Contains("renamed, set dataDirectory to its directory", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_was_moved_is_the_same_and_nothing_shows()
    {
        Directory.Move(before.DataDirectory, Elsewhere);
        await using var after = await AtAsync(Elsewhere);
        var moved = binding.In(after);

        Assert.Empty((await moved.RefreshAsync())!.DetailedDiff);
        Assert.Equal(binding.Outputs, moved.Outputs);
    }

    [Fact]
    public async Task An_empty_store_stands_for_a_lost_one_when_it_is_told_to()
    {
        var identity = Guid.Parse(((TextValue)((PropertyMap)binding.Outputs["__store"])["identity"]).Value);
        await EmbeddedLab.InitAsync(Elsewhere, identity, NullLoggerFactory.Instance, CancellationToken.None);
        await using var after = await AtAsync(Elsewhere);
        var lost = binding.In(after);

        Assert.Null(await lost.RefreshAsync());
        await lost.UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        Assert.True(await lost.IsThereAsync(PluginUnderTest.Lync));
    }

    [Fact]
    public async Task A_provider_does_not_leave_a_store_that_is_in_use_for_another()
    {
        await using var plugin = await PluginUnderTest.StartAsync(folder: before.Folder);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => MoveAsync(plugin, ".partnertrust/dev", "elsewhere"));

        Assert.Contains("PT7020", refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Elsewhere));
    }

    [Fact]
    public async Task A_provider_goes_over_to_a_copy_and_leaves_a_store_that_nobody_uses_without_replacing_anything()
    {
        await using (var lab = await LabAsync(before.DataDirectory))
        {
            await lab.BackUpAsync(Elsewhere, CancellationToken.None);
        }

        await using var plugin = await PluginUnderTest.StartAsync(folder: before.Folder);

        var copied = await MoveAsync(plugin, ".partnertrust/dev", "elsewhere");
        await binding.DeleteAsync();
        var unused = await MoveAsync(plugin, ".partnertrust/dev", "third");

        Assert.All([copied, unused], diff => Assert.Equal(["dataDirectory"], diff.Diffs));
        Assert.All([copied, unused], diff => Assert.Empty(diff.Replaces));
    }

    private static Task<DiffResponse> MoveAsync(PluginUnderTest plugin, string from, string to) => plugin.Client.DiffConfigAsync(
        new DiffRequest
        {
            Urn = Urn,
            OldInputs = PropertyCodec.Encode(PluginUnderTest.Servers.Set("dataDirectory", from)),
            News = PropertyCodec.Encode(PluginUnderTest.Servers.Set("dataDirectory", to)),
        },
        CancellationToken.None);

    private async Task CallAsync(PluginUnderTest plugin, string call)
    {
        var resource = binding.In(plugin);
        await (call switch
        {
            "Diff" => resource.DiffAsync(Programs.Certificate(PluginUnderTest.Lync)),
            "Read" => resource.RefreshAsync(),
            "Delete" => resource.DeleteAsync(),
            _ => resource.UpdateAsync(Programs.Certificate(PluginUnderTest.Lync).Set("renewBeforeDays", 30)),
        });
    }

    private async Task<PluginUnderTest> AtAsync(string directory)
    {
        var plugin = await PluginUnderTest.StartAsync(folder: before.Folder, clock: before.Time);
        await plugin.ConfigureAsync(PluginUnderTest.Servers.Set("dataDirectory", directory));
        return plugin;
    }

    private Task<EmbeddedLab> LabAsync(string directory) =>
        EmbeddedLab.OpenAsync(directory, before.Time, NullLoggerFactory.Instance, CancellationToken.None);
}
