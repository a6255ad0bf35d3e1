using System.Buffers.Binary;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Importing;
using PartnerTrust.Plugin.Lab;
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
        var output = new StringWriter();

        var code = await new LabCommands(output, output, TimeProvider.System, NullLoggerFactory.Instance, _ => null)
            .RunAsync(new LabArguments([.. arguments, "--data", DataOf(folder)]), CancellationToken.None);

        Assert.Equal(1, code);
        Assert.StartsWith("PT7002", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_file_is_not_written()
    {
        var folder = await DamagedAsync();
        var (output, messages) = (new StringWriter(), new StringWriter());

        var code = await new ImportFileCommand(output, messages, TimeProvider.System, NullLoggerFactory.Instance, _ => null)
            .RunAsync(new LabArguments(["--data", DataOf(folder)]), CancellationToken.None);

        Assert.Equal((1, ""), (code, output.ToString()));
        Assert.StartsWith("PT7002", messages.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_is_refused_with_the_damage()
    {
        var folder = await DamagedAsync();
        await using var plugin = await PluginUnderTest.StartConfiguredAsync(folder: folder);

        var refusal = await Assert.ThrowsAsync<RpcException>(() => new ManagedResource(plugin, "CertificateBinding").ImportAsync(PluginUnderTest.Lync));

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
