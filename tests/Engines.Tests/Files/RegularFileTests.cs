using PartnerTrust.Engines.Files;

namespace PartnerTrust.Engines.Tests.Files;

public sealed class RegularFileTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task A_file_up_to_the_limit_is_read_whole(int length)
    {
        var content = Enumerable.Range(0, length).Select(i => (byte)i).ToArray();
        await File.WriteAllBytesAsync(directory.Combine("file"), content);

        Assert.Equal(content, RegularFile.Read(directory.Combine("file"), 10_000));
    }

    [Fact]
    public async Task A_longer_file_is_refused()
    {
        await File.WriteAllBytesAsync(directory.Combine("file"), new byte[10_001]);

        Assert.Equal(10_000, Refusal(directory.Combine("file")).Longest);
    }

    [SkippableFact]
    public async Task A_pipe_is_not_waited_for()
    {
        Skip.If(OperatingSystem.IsWindows(), "Pipes lie in no directory there.");
        SpecialFiles.MakePipe(directory.Combine("pipe"));

        var refusal = await Task.Run(() => Refusal(directory.Combine("pipe"))).WaitAsync(AtOnce);

        Assert.Equal(FileKind.Pipe, refusal.Kind);
    }

    [SkippableTheory]
    [InlineData("/dev/zero", FileKind.Device)]
    [InlineData("/dev/null", FileKind.Device)]
    [InlineData("/proc/self", FileKind.Directory)]
    public void What_is_no_file_is_refused_through_links_too(string path, FileKind kind)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The paths are Linux's.");
        File.CreateSymbolicLink(directory.Combine("link"), path);

        Assert.Equal(kind, Refusal(path).Kind);
        Assert.Equal(kind, Refusal(directory.Combine("link")).Kind);
    }

    [SkippableFact]
    public void A_file_that_tells_no_length_is_read_up_to_the_limit()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "The paths are Linux's.");

        Assert.NotEmpty(RegularFile.Read("/proc/self/status", 100_000));
        Assert.Equal(10, Assert.Throws<UnfitFileException>(() => RegularFile.Read("/proc/self/status", 10)).Longest);
    }

    [Fact]
    public void A_file_that_is_not_there_is_told_as_that() =>
        Assert.Throws<FileNotFoundException>(() => RegularFile.Read(directory.Combine("nothing"), 10));

    private static UnfitFileException Refusal(string path) => Assert.Throws<UnfitFileException>(() => RegularFile.Read(path, 10_000));
}
