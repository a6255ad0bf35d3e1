using System.Globalization;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Files;

/// <summary>Why what lies at a path may not be relied on: it is another's, or others can write to it.</summary>
internal static class FileSafety
{
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    /// <summary>Null where it belongs to this user or to the system itself (root, SYSTEM, the administrators).</summary>
    public static Fault? ForeignOwner(string path, FileStatus status)
    {
        if (OperatingSystem.IsWindows())
        {
            var (owner, _) = WindowsAccess.Of(path);
            return AccessRules.IsSafeOwner(owner, WindowsAccess.User())
                ? null
                : FaultCatalogue.StoreOwnedByOther(path, WindowsAccess.NameOf(owner), WindowsAccess.NameOf(WindowsAccess.User()));
        }

        var user = UnixFile.User();
        return status.Owner is 0 || status.Owner == user ? null : FaultCatalogue.StoreOwnedByOther(path, UserId(status.Owner), UserId(user));
    }

    /// <summary>Null where nobody but the owner and the system can write.</summary>
    public static Fault? OtherWriters(string path, FileStatus status)
    {
        if (OperatingSystem.IsWindows())
        {
            var (owner, entries) = WindowsAccess.Of(path);
            var others = AccessRules.OtherWriters(entries, owner, WindowsAccess.User());
            return others.Count == 0 ? null : FaultCatalogue.StoreWritableByOthers(
                path, $"can be written to by {string.Join(" and ", others.Select(WindowsAccess.NameOf))}");
        }

        return (status.Mode & OthersWrite) == 0
            ? null
            : FaultCatalogue.StoreWritableByOthers(path, $"has the mode {ModeText(status.Mode)}: users other than its owner can write to it");
    }

    private static string UserId(uint user) => string.Create(CultureInfo.InvariantCulture, $"the user id {user}");

    private static string ModeText(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
