using System.Security.Cryptography;
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

    public static byte[]? ReadProof(SqliteSession session) => session.ReadSetting(ProofSetting);

    public UnlockedKey Unlock(SqliteSession session, byte[]? proof)
    {
        if (proof is null)
        {
            return Establish(session);
        }

        var salt = session.ReadSetting(SaltSetting);
        var key = salt is null ? ReadKeyFile() : Derive(salt);
        return KeyVault.TryOpen(key, proof, ProofPurpose) is not null
            ? new UnlockedKey(proof, key)
            : throw new FaultException(salt is null ? FaultCatalogue.KeyFileWrong(location.KeyFile) : FaultCatalogue.PassphraseWrong());
    }

    private UnlockedKey Establish(SqliteSession session)
    {
        byte[] key;
        if (passphrase is null)
        {
            key = KeyFile.ReadOrCreate(location, KeySize);
        }
        else
        {
            var salt = RandomNumberGenerator.GetBytes(16);
            session.WriteSetting(SaltSetting, salt);
            key = Derive(salt);
        }

        var proof = KeyVault.Seal(key, [], ProofPurpose);
        session.WriteSetting(ProofSetting, proof);
        return new UnlockedKey(proof, key);
    }

    private byte[] ReadKeyFile()
    {
        if (passphrase is not null)
        {
            throw new FaultException(FaultCatalogue.PassphraseNotInUse(location.KeyFile));
        }

        return KeyFile.Read(location, KeySize) ?? throw new FaultException(FaultCatalogue.KeyFileMissing(location.KeyFile));
    }

    private byte[] Derive(byte[] salt) => passphrase is null
        ? throw new FaultException(FaultCatalogue.PassphraseMissing())
        : Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, KeySize);
}
