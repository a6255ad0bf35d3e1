using System.Runtime.Versioning;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Engines.Embedded.Store;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.Store;

/// <summary>Where private keys lie, nothing but the owner's own files is opened, as ssh has it: the rules are those of Unix.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DataDirectoryTests : IDisposable
{
    private const UnixFileMode Owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const uint Somebody = 4711;
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    private readonly TemporaryDirectory directory = new();

    private string Data => directory.Combine("data");

    public void Dispose() => directory.Dispose();

    [SkippableTheory]
    [InlineData("partnertrust.db")]
    [InlineData("partnertrust.db-wal")]
    [InlineData("partnertrust.db-shm")]
    [InlineData("partnertrust.key")]
    [InlineData("partnertrust.key.new")]
    [InlineData("partnertrust.clock")]
    public async Task A_pipe_in_a_files_place_is_refused_at_once(string name)
    {
        RequireUnix();
        await FillAsync();
        File.Delete(FileNamed(name));
        SpecialFiles.MakePipe(FileNamed(name));

        Assert.Equal("PT7030", await RefusalAsync().WaitAsync(AtOnce));
        Assert.Equal("PT7030", await ClockRefusalAsync().WaitAsync(AtOnce));
    }

    [SkippableTheory]
    [InlineData("partnertrust.db")]
    [InlineData("partnertrust.key")]
    [InlineData("partnertrust.clock")]
    public async Task A_link_to_a_device_is_refused(string name)
    {
        RequireUnix();
        await FillAsync();
        File.Delete(FileNamed(name));
        File.CreateSymbolicLink(FileNamed(name), "/dev/zero");

        Assert.Equal("PT7030", await RefusalAsync().WaitAsync(AtOnce));
    }

    [SkippableFact]
    public async Task A_link_to_nothing_is_refused()
    {
        RequireUnix();
        Directory.CreateDirectory(Data, Owners);
        File.CreateSymbolicLink(FileNamed("partnertrust.db"), directory.Combine("elsewhere.db"));

        Assert.Equal("PT7030", await RefusalAsync());
        Assert.False(File.Exists(directory.Combine("elsewhere.db")));
    }

    [Theory]
    [InlineData("partnertrust.key", 64 * 1024 + 1)]
    [InlineData("partnertrust.clock", 4 * 1024 + 1)]
    public async Task A_file_larger_than_any_that_the_engine_writes_is_refused(string name, int length)
    {
        await FillAsync();
        await File.WriteAllBytesAsync(FileNamed(name), new byte[length]);

        Assert.Equal("PT7031", await RefusalAsync());
    }

    [SkippableTheory]
    [InlineData("")]
    [InlineData("partnertrust.db")]
    [InlineData("partnertrust.key")]
    public async Task What_belongs_to_another_user_is_refused(string name)
    {
        RequireUnix();
        Skip.If(Environment.UserName != "root", "Only root can give files away.");
        await FillAsync();
        SpecialFiles.GiveAway(FileNamed(name), Somebody);

        Assert.Equal("PT7032", await RefusalAsync());
    }

    [SkippableTheory]
    [InlineData("", UnixFileMode.GroupWrite)]
    [InlineData("", UnixFileMode.OtherWrite)]
    [InlineData("partnertrust.db", UnixFileMode.GroupWrite)]
    [InlineData("partnertrust.key", UnixFileMode.OtherWrite)]
    [InlineData("partnertrust.clock", UnixFileMode.OtherWrite)]
    public async Task What_others_can_write_to_is_refused_and_stays_as_it_is(string name, UnixFileMode open)
    {
        RequireUnix();
        await FillAsync();
        var mode = File.GetUnixFileMode(FileNamed(name)) | open;
        File.SetUnixFileMode(FileNamed(name), mode);

        Assert.Equal("PT7033", await RefusalAsync());
        Assert.Equal(mode, File.GetUnixFileMode(FileNamed(name)));
    }

    [SkippableFact]
    public async Task A_directory_that_a_free_umask_made_is_closed_when_it_gets_a_store()
    {
        RequireUnix();
        Directory.CreateDirectory(
            Data, Owners | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead);
        await File.WriteAllTextAsync(FileNamed(".gitkeep"), "");

        await FillAsync();

        Assert.Equal(Owners | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead, File.GetUnixFileMode(Data));
    }

    [SkippableFact]
    public async Task A_link_to_a_key_file_is_followed_and_the_files_mode_left_alone()
    {
        RequireUnix();
        await FillAsync();
        var elsewhere = directory.Combine("elsewhere.key");
        File.Move(FileNamed("partnertrust.key"), elsewhere);
        var readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.SetUnixFileMode(elsewhere, readable);
        File.CreateSymbolicLink(FileNamed("partnertrust.key"), elsewhere);

        await ReadKeyAsync();

        Assert.Equal(readable, File.GetUnixFileMode(elsewhere));
    }

    [SkippableFact]
    public async Task A_data_directory_may_be_reached_by_a_link()
    {
        RequireUnix();
        await FillAsync();
        Directory.CreateSymbolicLink(directory.Combine("link"), Data);

        Assert.Null(DataDirectory.Examine(directory.Combine("link")));
    }

    [SkippableFact]
    public async Task A_pipe_in_the_directorys_place_is_refused()
    {
        RequireUnix();
        SpecialFiles.MakePipe(Data);

        Assert.Equal("PT7007", DataDirectory.Examine(Data)!.Code);
        Assert.Equal("PT7007", await RefusalAsync().WaitAsync(AtOnce));
    }

    [Fact]
    public void Looking_makes_nothing()
    {
        Assert.Null(DataDirectory.Examine(Data));

        Assert.False(Directory.Exists(Data));
    }

    private static void RequireUnix() => Skip.If(OperatingSystem.IsWindows(), "Access lists take the place of owners and modes there.");

    private string FileNamed(string name) => name.Length == 0 ? Data : Path.Combine(Data, name);

    private async Task FillAsync()
    {
        await using (var store = new SqliteTrustStore(Data, null, NullLogger.Instance))
        {
            await store.WriteAsync(session => session.Certificates.Add(Litware.Lync, Certs.Key(0), generated: true), default);
        }

        LabClock.Advance(Data, TimeSpan.FromDays(1));
    }

    private async Task ReadKeyAsync()
    {
        await using var store = new SqliteTrustStore(Data, null, NullLogger.Instance);
        await store.ReadAsync(session => session.Certificates.FindWithKey(Litware.Lync, Certs.Public(0).Thumbprint), default);
    }

    private async Task<string> RefusalAsync() =>
        (await Assert.ThrowsAsync<FaultException>(() => Task.Run(ReadKeyAsync))).Faults.Single().Code;

    private async Task<string> ClockRefusalAsync() =>
        (await Assert.ThrowsAsync<FaultException>(() => Task.Run(() => LabClock.Of(Data, new FakeTimeProvider())))).Faults.Single().Code;
}
