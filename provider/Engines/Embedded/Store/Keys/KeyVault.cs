using System.Security.Cryptography;
using System.Text;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <summary>Encrypts what must not stand in the database in clear: private keys. AES-256-GCM, bound to the purpose, so that a sealed
/// key copied into another row does not open.</summary>
internal sealed class KeyVault(StoreLocation location, string? passphrase) : IDisposable
{
    private const byte Format = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;
    private readonly Lock gate = new();
    private readonly KeyProtection protection = new(location, passphrase);
    private UnlockedKey? unlocked;

    public byte[] Seal(SettingTable settings, ReadOnlySpan<byte> secret, string purpose) => Seal(Unlock(settings), secret, purpose);

    public byte[] Open(SettingTable settings, ReadOnlySpan<byte> sealedSecret, string purpose) =>
        TryOpen(Unlock(settings), sealedSecret, purpose) ?? throw new FaultException(FaultCatalogue.SealedKeyDamaged(location.Database));

    /// <summary>Has another key take the place of the one in use, within the transaction. What that one sealed is to be sealed anew by what
    /// this returns, which gets it with its purpose.</summary>
    public Func<byte[], string, byte[]> Renew(SettingTable settings, KeyProtection other)
    {
        var old = Unlock(settings);
        var renewed = other.Renew(settings);
        return (sealedSecret, purpose) => Seal(
            renewed.Key,
            TryOpen(old, sealedSecret, purpose) ?? throw new FaultException(FaultCatalogue.SealedKeyDamaged(location.Database)),
            purpose);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(unlocked?.Key);

    internal static byte[] Seal(byte[] key, ReadOnlySpan<byte> secret, string purpose)
    {
        var output = new byte[HeaderSize + secret.Length];
        output[0] = Format;
        var nonce = output.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(nonce, secret, output.AsSpan(HeaderSize), output.AsSpan(1 + NonceSize, TagSize), Encoding.UTF8.GetBytes(purpose));
        return output;
    }

    /// <summary>Null when the key is another one, or the bytes were changed.</summary>
    internal static byte[]? TryOpen(byte[] key, ReadOnlySpan<byte> sealedSecret, string purpose)
    {
        if (sealedSecret.Length < HeaderSize || sealedSecret[0] != Format)
        {
            return null;
        }

        var secret = new byte[sealedSecret.Length - HeaderSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(
                sealedSecret.Slice(1, NonceSize), sealedSecret[HeaderSize..], sealedSecret.Slice(1 + NonceSize, TagSize), secret,
                Encoding.UTF8.GetBytes(purpose));
            return secret;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    /// <summary>The key is remembered with the proof it was unlocked by: a transaction that established one may yet be rolled back.</summary>
    private byte[] Unlock(SettingTable settings)
    {
        lock (gate)
        {
            var proof = KeyProtection.ReadProof(settings);
            if (unlocked is null || !unlocked.Proof.AsSpan().SequenceEqual(proof))
            {
                unlocked = protection.Unlock(settings, proof);
            }

            return unlocked.Key;
        }
    }
}
