using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Configuring;

/// <summary>However a data directory is written, it is one place.</summary>
public sealed class DataPlaceTests : IDisposable
{
    private readonly string folder = DataPlace.Of(Directory.CreateTempSubdirectory("partnertrust-place-").FullName);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("data/")]
    [InlineData("data//")]
    [InlineData("./data/.")]
    [InlineData("other/../data")]
    [InlineData("data/inner/..")]
    public void A_place_is_the_same_in_every_spelling(string spelling) =>
        Assert.Equal(Path.Combine(folder, "data"), DataPlace.Of($"{folder}/{spelling}"));

    [SkippableTheory]
    [InlineData("file")]
    [InlineData("file/below")]
    [InlineData("/dev/null")]
    [InlineData("/dev/null/below/it")]
    public async Task A_directory_that_can_be_none_is_refused_before_anything_is_made(string directory)
    {
        Skip.If(OperatingSystem.IsWindows(), "devices have other names there");
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "");
        await using var plugin = CheckingPlugin.Start(folder: folder);
        var settings = PluginUnderTest.Servers.Set("dataDirectory", directory);

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.Contains("dataDirectory: PT7007", Assert.Single(check.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_is_not_there_yet_is_none_to_refuse_and_is_not_made()
    {
        await using var plugin = CheckingPlugin.Start(folder: folder);
        var settings = PluginUnderTest.Servers.Set("dataDirectory", "some/where/below");

        var check = await plugin.Client.CheckConfigAsync(new CheckRequest { News = PropertyCodec.Encode(settings) }, CancellationToken.None);

        Assert.Empty(check.Failures);
        Assert.False(Directory.Exists(Path.Combine(folder, "some")));
    }

    [SkippableFact]
    public void Links_lead_to_the_place_that_they_point_to()
    {
        Skip.If(OperatingSystem.IsWindows(), "making links needs a privilege");
        Directory.CreateDirectory(Path.Combine(folder, "real", "data"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "link"), "real");
        Directory.CreateSymbolicLink(Path.Combine(folder, "real", "again"), Path.Combine(folder, "link", "data"));

        Assert.Equal(Path.Combine(folder, "real", "data"), DataPlace.Of(Path.Combine(folder, "link", "data")));
        Assert.Equal(Path.Combine(folder, "real", "data"), DataPlace.Of(Path.Combine(folder, "link", "again")));
        Assert.Equal(Path.Combine(folder, "real", "not-yet"), DataPlace.Of(Path.Combine(folder, "link", "not-yet")));
    }

    [SkippableFact]
    public void Links_that_lead_in_a_circle_lead_nowhere()
    {
        Skip.If(OperatingSystem.IsWindows(), "making links needs a privilege");
        Directory.CreateSymbolicLink(Path.Combine(folder, "left"), Path.Combine(folder, "right"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "right"), Path.Combine(folder, "left"));

        Assert.StartsWith(folder, DataPlace.Of(Path.Combine(folder, "left", "data")), StringComparison.Ordinal);
    }
}
