using System.Security.Cryptography;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <summary>The file of random bytes that opens the sealed keys. It appears whole under its name or not at all.</summary>
internal static class KeyFile
{
    /// <summary>Null when there is none.</summary>
    public static byte[]? Read(StoreLocation location, int size) => location.Guard(() =>
    {
        if (!File.Exists(location.KeyFile))
        {
            return null;
        }

        var key = File.ReadAllBytes(location.KeyFile);
        return key.Length == size ? key : throw new FaultException(FaultCatalogue.KeyFileWrong(location.KeyFile));
    });

    /// <summary>A file left by a process that died before it sealed anything is as good as a new one.</summary>
    public static byte[] ReadOrCreate(StoreLocation location, int size) =>
        Read(location, size) ?? location.Guard(() => Create(location, RandomNumberGenerator.GetBytes(size)));

    private static byte[] Create(StoreLocation location, byte[] key)
    {
        var draft = $"{location.KeyFile}.{Environment.ProcessId}";
        using (var file = StoreLocation.CreateFile(draft, FileMode.Create))
        {
            file.Write(key);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, location.KeyFile, overwrite: false);
        return key;
    }
}
