using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Checking;

/// <summary>What a <c>pfxFile</c> may lead to.</summary>
public sealed class GivenFileTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    [SkippableFact]
    public async Task A_pipe_is_refused_at_once()
    {
        Skip.If(OperatingSystem.IsWindows(), "Pipes lie in no directory there.");
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        SpecialFiles.MakePipe(Path.Combine(plugin.Folder, "pipe.pfx"));

        Assert.StartsWith("source.pfxFile: PT1037", await ReasonAsync(plugin, "pipe.pfx").WaitAsync(AtOnce), StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    public async Task A_device_is_refused_at_once(string path)
    {
        Skip.If(OperatingSystem.IsWindows(), "Devices have other names there.");
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();

        Assert.StartsWith("source.pfxFile: PT1037", await ReasonAsync(plugin, path).WaitAsync(AtOnce), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_larger_than_any_certificate_is_refused()
    {
        await using var plugin = await CheckingPlugin.StartConfiguredAsync();
        await File.WriteAllBytesAsync(Path.Combine(plugin.Folder, "large.pfx"), new byte[(1024 * 1024) + 1]);

        Assert.StartsWith("source.pfxFile: PT1038", await ReasonAsync(plugin, "large.pfx"), StringComparison.Ordinal);
    }

    private static async Task<string> ReasonAsync(CheckingPlugin plugin, string path)
    {
        var inputs = PropertyMap.Of(("server", PluginUnderTest.Lync), ("source", PropertyMap.Of(("pfxFile", path))));
        var response = await plugin.Resource("CertificateBinding").CheckAsync(inputs);
        return Assert.Single(response.Failures).Reason;
    }
}
