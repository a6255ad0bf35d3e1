namespace PartnerTrust.Plugin.Tests.Plans;

/// <summary>The sockets on which this process listens. Only Linux tells a process which are its own; elsewhere there are none to be seen.</summary>
internal static class Listeners
{
    private const string Listening = "0A";
    private const int AddressColumn = 1;
    private const int StateColumn = 3;
    private const int InodeColumn = 9;

    public static IReadOnlySet<string> OfThisProcess()
    {
        if (!OperatingSystem.IsLinux())
        {
            return new HashSet<string>();
        }

        var own = Directory.EnumerateFiles("/proc/self/fd").Select(SocketOf).ToHashSet();
        return new[] { "/proc/self/net/tcp", "/proc/self/net/tcp6" }
            .Where(File.Exists)
            .SelectMany(table => File.ReadLines(table).Skip(1))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(row => row[StateColumn] == Listening && own.Contains($"socket:[{row[InodeColumn]}]"))
            .Select(row => $"{row[AddressColumn]} ({row[InodeColumn]})")
            .ToHashSet();
    }

    private static string SocketOf(string descriptor) => new FileInfo(descriptor).LinkTarget ?? "";
}
