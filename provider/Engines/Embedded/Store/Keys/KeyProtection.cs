using System.Security.Cryptography;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Engines.Embedded.Store.Sqlite;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Embedded.Store.Keys;

/// <summary>Where the key of the vault comes from: a passphrase, or a key file beside the database. The database remembers which, and
/// a proof by which a wrong key is noticed before anything is sealed with it.</summary>
internal sealed class KeyProtection(StoreLocation location, string? passphrase)
{
    private const string SaltSetting = "passphraseSalt";
    private const string ProofSetting = "keyProof";
    private const string ProofPurpose = "proof";
    private const int KeySize = 32;

    // OWASP's figure for PBKDF2 with SHA-256; paid once a process, by the first operation that needs a private key.
    private const int Iterations = 600_000;

    public static byte[]? ReadProof(SettingTable settings) => settings.Read(ProofSetting);

    public UnlockedKey Unlock(SettingTable settings, byte[]? proof)
    {
        if (proof is null)
        {
            return Prove(settings, passphrase is null ? KeyFile.ReadOrCreate(location, KeySize) : DeriveAnew(settings));
        }

        var salt = settings.Read(SaltSetting);
        var key = salt is null ? ReadKeyFile(proof) : Derive(salt);
        return Opens(key, proof)
            ? new UnlockedKey(proof, key)
            : throw new FaultException(salt is null ? FaultCatalogue.KeyFileWrong(location.KeyFile) : FaultCatalogue.PassphraseWrong());
    }

    /// <summary>Another key in place of the one in use. A new key file waits beside the old one until the change is <see
    /// cref="Settle">settled</see>.</summary>
    public UnlockedKey Renew(SettingTable settings)
    {
        if (passphrase is not null)
        {
            return Prove(settings, DeriveAnew(settings));
        }

        settings.Remove(SaltSetting);
        return Prove(settings, KeyFile.CreateNext(location, KeySize));
    }

    /// <summary>After the change is committed: the old key goes.</summary>
    public void Settle()
    {
        if (passphrase is null)
        {
            KeyFile.Settle(location);
        }
        else
        {
            KeyFile.Remove(location);
        }
    }

    private static bool Opens(byte[] key, byte[] proof) => KeyVault.TryOpen(key, proof, ProofPurpose) is not null;

    private static UnlockedKey Prove(SettingTable settings, byte[] key)
    {
        var proof = KeyVault.Seal(key, [], ProofPurpose);
        settings.Write(ProofSetting, proof);
        return new UnlockedKey(proof, key);
    }

    private byte[] DeriveAnew(SettingTable settings)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        settings.Write(SaltSetting, salt);
        return Derive(salt);
    }

    // A process that died after it committed a change of keys left the new file beside the old one.
    private byte[] ReadKeyFile(byte[] proof)
    {
        if (passphrase is not null)
        {
            throw new FaultException(FaultCatalogue.PassphraseNotInUse(location.KeyFile));
        }

        if (KeyFile.ReadNext(location) is { Length: KeySize } next && Opens(next, proof))
        {
            KeyFile.Settle(location);
            return next;
        }

        return KeyFile.Read(location, KeySize) ?? throw new FaultException(FaultCatalogue.KeyFileMissing(location.KeyFile));
    }

    private byte[] Derive(byte[] salt) => passphrase is null
        ? throw new FaultException(FaultCatalogue.PassphraseMissing())
        : Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeySize);
}
