using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Logging;

/// <summary>The log's file is its owner's alone, and nothing but a file.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LogFileTests
{
    private const UnixFileMode OwnerAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string path = Path.Combine(Folders.Make("log"), "plugin.log");

    [SkippableFact]
    public void A_new_file_is_its_owner_s_alone()
    {
        RequireUnix();

        LogFile.Require(path);

        Assert.Equal(OwnerAlone, File.GetUnixFileMode(path));
    }

    [SkippableFact]
    public void A_file_that_others_may_read_becomes_its_owner_s_alone_and_is_gone_on_with()
    {
        RequireUnix();
        File.WriteAllText(path, "before\n");
        File.SetUnixFileMode(path, OwnerAlone | UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.OtherWrite);

        LogFile.Add(path, "after\n"u8);

        Assert.Equal(OwnerAlone, File.GetUnixFileMode(path));
        Assert.Equal("before\nafter\n", File.ReadAllText(path));
    }

    [SkippableFact]
    public void A_file_that_its_owner_narrowed_stays_narrow()
    {
        RequireUnix();
        File.WriteAllText(path, "");
        File.SetUnixFileMode(path, UnixFileMode.UserWrite);

        LogFile.Require(path);

        Assert.Equal(UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [SkippableFact]
    public void A_link_is_refused_and_what_it_leads_to_left_alone()
    {
        RequireUnix();
        var target = path + ".target";
        File.WriteAllText(target, "");
        File.SetUnixFileMode(target, OwnerAlone | UnixFileMode.OtherRead);
        File.CreateSymbolicLink(path, target);

        AssertRefused("it is a link");
        Assert.Equal(OwnerAlone | UnixFileMode.OtherRead, File.GetUnixFileMode(target));
    }

    [SkippableFact]
    public void A_link_to_nothing_is_refused_and_nothing_made()
    {
        RequireUnix();
        File.CreateSymbolicLink(path, path + ".target");

        AssertRefused("it is a link");
        Assert.False(File.Exists(path + ".target"));
    }

    [SkippableFact]
    public async Task A_pipe_is_refused_at_once()
    {
        RequireUnix();
        await RunAsync("mkfifo", path);

        AssertRefused("it is not a regular file");
    }

    [SkippableTheory]
    [InlineData("/dev/null")]
    [InlineData("/dev")]
    public void A_device_or_a_folder_is_refused(string place)
    {
        RequireUnix();

        Assert.Contains("it is not a regular file", Assert.ThrowsAny<IOException>(() => LogFile.Require(place)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_file_of_another_user_is_refused()
    {
        RequireUnix();
        Skip.IfNot(Environment.UserName == "root", "Only the superuser can give files away.");
        await File.WriteAllTextAsync(path, "");
        await RunAsync("chown", "12345", path);

        AssertRefused("it belongs to another user");
    }

    [SkippableFact]
    public void A_refusal_is_one_line_and_names_the_variable()
    {
        RequireUnix();
        var place = Path.Combine(Path.GetDirectoryName(path)!, "a\nb");
        Directory.CreateDirectory(place);

        var refusal = Assert.ThrowsAny<IOException>(() => LogFile.Require(place));

        Assert.StartsWith("PARTNERTRUST_LOG names \"", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [SkippableFact]
    public void The_lines_of_several_plugins_are_all_in_it()
    {
        RequireUnix();
        LogFile.Require(path);

        Parallel.For(0, 200, line => LogFile.Add(path, Encoding.UTF8.GetBytes($"{line} of a plugin\n")));

        Assert.Equal(
            Enumerable.Range(0, 200).Select(line => $"{line} of a plugin").Order(StringComparer.Ordinal),
            File.ReadAllLines(path).Order(StringComparer.Ordinal));
    }

    private void AssertRefused(string reason) =>
        Assert.Contains(reason, Assert.ThrowsAny<IOException>(() => LogFile.Require(path)).Message, StringComparison.Ordinal);

    private static void RequireUnix() => Skip.If(OperatingSystem.IsWindows(), "Windows has access lists in the place of modes.");

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}
