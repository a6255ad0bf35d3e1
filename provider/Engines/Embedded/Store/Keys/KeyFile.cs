using System.Security.Cryptography;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <summary>The file of random bytes that opens the sealed keys. It appears whole under its name or not at all.</summary>
internal static class KeyFile
{
    /// <summary>Null when there is none.</summary>
    public static byte[]? Read(StoreLocation location, int size)
    {
        try
        {
            var key = File.ReadAllBytes(location.KeyFile);
            return key.Length == size ? key : throw new FaultException(FaultCatalogue.KeyFileWrong(location.KeyFile));
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultCatalogue.DataDirectoryUnusable(location.Directory, failure.Message), failure);
        }
    }

    /// <summary>A file left by a process that died before it sealed anything is as good as a new one.</summary>
    public static byte[] ReadOrCreate(StoreLocation location, int size)
    {
        if (Read(location, size) is { } existing)
        {
            return existing;
        }

        var key = RandomNumberGenerator.GetBytes(size);
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
