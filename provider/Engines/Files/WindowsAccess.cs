using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace PartnerTrust.Engines.Files;

/// <summary>Access lists of files: what owners and modes are on Unix.</summary>
[SupportedOSPlatform("windows")]
internal static class WindowsAccess
{
    private const InheritanceFlags ToAllBelow = InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit;

    /// <summary>The account that runs the plugin.</summary>
    public static string User()
    {
        using var user = WindowsIdentity.GetCurrent();
        return user.User!.Value;
    }

    /// <summary>Whose a file or directory is, and its list.</summary>
    public static (string Owner, IReadOnlyCollection<AccessEntry> Entries) Of(string path)
    {
        var security = SecurityOf(path, AccessControlSections.Owner | AccessControlSections.Access);
        return (security.GetOwner(typeof(SecurityIdentifier))?.Value ?? "", EntriesOf(security));
    }

    /// <summary>The name that people know an account by, else its identifier.</summary>
    public static string NameOf(string account)
    {
        try
        {
            return new SecurityIdentifier(account).Translate(typeof(NTAccount)).Value;
        }
        catch (SystemException)
        {
            return account;
        }
    }

    /// <summary>The user and SYSTEM alone, whatever the directory above grants.</summary>
    public static void Close(string path)
    {
        if (Directory.Exists(path))
        {
            new DirectoryInfo(path).SetAccessControl(ClosedDirectory());
        }
        else
        {
            new FileInfo(path).SetAccessControl(ClosedFile());
        }
    }

    /// <summary>The directory, closed before anything can be put into it; those above it are made as usual.</summary>
    public static void MakeDirectory(string path)
    {
        if (Path.GetDirectoryName(path) is { } parent)
        {
            Directory.CreateDirectory(parent);
        }

        ClosedDirectory().CreateDirectory(path);
    }

    /// <summary>Opens a file for writing, and makes it closed where it is not there.</summary>
    public static FileStream Open(string path, FileMode mode, FileShare share, FileOptions behaviour) =>
        new FileInfo(path).Create(mode, FileSystemRights.Write, share, bufferSize: 4096, behaviour, ClosedFile());

    private static FileSystemSecurity SecurityOf(string path, AccessControlSections sections) => Directory.Exists(path)
        ? new DirectoryInfo(path).GetAccessControl(sections)
        : new FileInfo(path).GetAccessControl(sections);

    private static List<AccessEntry> EntriesOf(FileSystemSecurity security) =>
    [
        .. from FileSystemAccessRule rule in security.GetAccessRules(includeExplicit: true, includeInherited: true, typeof(SecurityIdentifier))
           where !rule.PropagationFlags.HasFlag(PropagationFlags.InheritOnly)
           select new AccessEntry(rule.IdentityReference.Value, (int)rule.FileSystemRights, rule.AccessControlType == AccessControlType.Allow),
    ];

    private static FileSecurity ClosedFile() => Closed(new FileSecurity(), InheritanceFlags.None);

    private static DirectorySecurity ClosedDirectory() => Closed(new DirectorySecurity(), ToAllBelow);

    private static TSecurity Closed<TSecurity>(TSecurity security, InheritanceFlags inheritance) where TSecurity : FileSystemSecurity
    {
        security.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        foreach (var account in new[] { User(), AccessRules.System })
        {
            security.AddAccessRule(new FileSystemAccessRule(
                new SecurityIdentifier(account), FileSystemRights.FullControl, inheritance, PropagationFlags.None, AccessControlType.Allow));
        }

        return security;
    }
}
