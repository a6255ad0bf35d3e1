using System.Runtime.Versioning;
using PartnerTrust.Engines.Files;

namespace PartnerTrust.Engines.Tests.Files;

/// <summary>Access lists as Windows itself keeps them.</summary>
public sealed class WindowsAccessTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [SkippableFact]
    public void A_directory_is_made_for_its_owner_and_the_system_alone_and_so_is_what_is_made_in_it()
    {
        Skip.IfNot(OperatingSystem.IsWindows(), "Access lists are Windows'.");
        var directory = folder.Combine(Path.Combine("above", "closed"));
        OwnFile.MakeDirectory(directory);
        var inside = Path.Combine(directory, "journal");
        File.WriteAllText(inside, "");

        AssertClosed(directory);
        AssertClosed(inside);
    }

    [SkippableFact]
    public void A_file_is_made_closed_and_one_that_others_can_read_is_closed()
    {
        Skip.IfNot(OperatingSystem.IsWindows(), "Access lists are Windows'.");
        var made = folder.Combine("key");
        OwnFile.Open(made, FileMode.CreateNew, FileShare.Read, FileOptions.None).Dispose();
        var found = folder.Combine("found");
        File.WriteAllText(found, "");
        OwnFile.Close(found, FileKind.Regular);

        AssertClosed(made);
        AssertClosed(found);
    }

    private static void AssertClosed(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            AssertClosedOnWindows(path);
        }
    }

    [SupportedOSPlatform("windows")]
    private static void AssertClosedOnWindows(string path)
    {
        var (owner, entries) = WindowsAccess.Of(path);
        Assert.True(AccessRules.IsClosed(entries, WindowsAccess.User()), $"{path}: {string.Join(", ", entries)}");
        Assert.True(AccessRules.IsSafeOwner(owner, WindowsAccess.User()));
    }
}
