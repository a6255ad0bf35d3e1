using System.Buffers.Binary;
using Grpc.Core;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Lab;

/// <summary>A store whose header says <c>user_version = -5</c>, met by every way into the plugin.</summary>
public sealed class DamagedStoreTests
{
    // Where SQLite's file format has the number.
    private const int VersionOffset = 60;

    [Theory]
    [InlineData("status")]
    [InlineData("roll", "--server", PluginUnderTest.Lync)]
    [InlineData("fault", "--server", PluginUnderTest.Lync, "Html")]
    [InlineData("backup", "--to", "elsewhere")]
    [InlineData("rekey")]
    [InlineData("serve")]
    public async Task A_lab_command_tells_the_damage_and_ends(params string[] arguments)
    {
        var folder = await DamagedAsync();

        var run = await CommandRun.OfAsync(["lab", .. arguments, "--data", DataOf(folder)]);

        Assert.Equal((4, ""), (run.Code, run.Output));
        Assert.StartsWith("PT7002", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_file_is_not_written()
    {
        var folder = await DamagedAsync();

        var run = await CommandRun.OfAsync(["import-file", "--data", DataOf(folder)]);

        Assert.Equal((4, ""), (run.Code, run.Output));
        Assert.StartsWith("PT7002", run.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_refused_with_the_damage()
    {
        var folder = await DamagedAsync();
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(folder: folder);

        var refusal = await Assert.ThrowsAsync<RpcException>(
            () => new ManagedResource(plugin, "CertificateBinding").ImportAsync(PluginUnderTest.Lync));

        Assert.Equal(StatusCode.FailedPrecondition, refusal.StatusCode);
        Assert.StartsWith("PT7002", refusal.Message, StringComparison.Ordinal);
    }

    private static string DataOf(string folder) => Path.Combine(folder, ".partnertrust", "dev");

    private static async Task<string> DamagedAsync()
    {
        string folder;
        await using (var plugin = await PluginUnderTest.StartConfiguredAsync())
        {
            folder = plugin.Folder;
            await new ManagedResource(plugin, "CertificateBinding").UpAsync(Programs.Certificate(PluginUnderTest.Lync));
        }

        var database = Path.Combine(DataOf(folder), "partnertrust.db");
        var content = await File.ReadAllBytesAsync(database);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(VersionOffset), -5);
        await File.WriteAllBytesAsync(database, content);
        return folder;
    }
}
