namespace PartnerTrust.Plugin.Sharing;

/// <summary>The file that who has a seat keeps open. It goes with the process.</summary>
internal static class SeatLock
{
    /// <exception cref="IOException">Another has it.</exception>
    public static FileStream Take(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
}
