namespace PartnerTrust.Plugin.Tests.World;

/// <summary>Folders of the tests' own, in memory where the machine has such a place: each commit of a store waits for its disk. They go with the
/// process.</summary>
internal static class Folders
{
    private const string InMemory = "/dev/shm";

    private static readonly string Root = MakeRoot();

    public static string Make(string what) => Directory.CreateDirectory(Path.Combine(Root, $"{what}-{Guid.NewGuid():N}")).FullName;

    private static string MakeRoot()
    {
        var parent = Directory.Exists(InMemory) ? InMemory : Path.GetTempPath();
        var root = Directory.CreateDirectory(Path.Combine(parent, $"partnertrust-{Guid.NewGuid():N}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(root);
        return root;
    }

    private static void Delete(string root)
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // Something still writes there: that is no reason for a run to end with a crash.
        }
    }
}
