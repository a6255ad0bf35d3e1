using System.Security.Cryptography;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <summary>The file of random bytes that opens the sealed keys. It appears whole under its name or not at all.</summary>
internal static class KeyFile
{
    /// <summary>Null when there is none.</summary>
    public static byte[]? Read(StoreLocation location, int size) =>
        Read(location, location.KeyFile) switch
        {
            null => null,
            var key when key.Length == size => key,
            _ => throw new FaultException(FaultCatalogue.KeyFileWrong(location.KeyFile)),
        };

    /// <summary>A file left by a process that died before it sealed anything is as good as a new one.</summary>
    public static byte[] ReadOrCreate(StoreLocation location, int size) =>
        Read(location, size) ?? Create(location, size, location.KeyFile, overwrite: false);

    /// <summary>The file of a change of keys that has not got its place yet; null when there is none.</summary>
    public static byte[]? ReadNext(StoreLocation location) => Read(location, location.NextKeyFile);

    /// <summary>A file beside the one in use, which stays until nothing needs it.</summary>
    public static byte[] CreateNext(StoreLocation location, int size) => Create(location, size, location.NextKeyFile, overwrite: true);

    /// <summary>Gives the file of a change of keys its place. Whoever comes second finds it done.</summary>
    public static void Settle(StoreLocation location) => location.Guard(() =>
    {
        var isLeft = File.Exists(location.NextKeyFile);
        if (isLeft)
        {
            File.Move(location.NextKeyFile, location.KeyFile, overwrite: true);
        }

        return isLeft;
    });

    /// <summary>Where a passphrase has taken its place, nothing needs a key file any more.</summary>
    public static void Remove(StoreLocation location) => location.Guard(() =>
    {
        File.Delete(location.NextKeyFile);
        File.Delete(location.KeyFile);
        return true;
    });

    private static byte[]? Read(StoreLocation location, string path) =>
        location.Guard(() => File.Exists(path) ? RegularFile.Read(path, DataDirectory.LongestKeyFile) : null);

    private static byte[] Create(StoreLocation location, int size, string path, bool overwrite) => location.Guard(() =>
    {
        var key = RandomNumberGenerator.GetBytes(size);
        var draft = $"{path}.{Environment.ProcessId}";
        using (var file = StoreLocation.CreateFile(draft, FileMode.Create))
        {
            file.Write(key);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite);
        return key;
    });
}
