namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Folders of the tests' own, in memory where the machine has such a place: each commit of a store waits for its disk.</summary>
internal static class Folders
{
    private const string InMemory = "/dev/shm";

    public static string Make(string what)
    {
        var parent = Directory.Exists(InMemory) ? InMemory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, $"partnertrust-{what}-{Guid.NewGuid():N}")).FullName;
    }
}
