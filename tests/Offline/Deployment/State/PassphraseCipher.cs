using System.Security.Cryptography;
using System.Text;

namespace PartnerTrust.Deployment.State;

/// <summary>The passphrase secrets provider: PBKDF2 over SHA-256, then AES-256-GCM. Texts look like <c>v1:nonce:ciphertext</c>.</summary>
public sealed class PassphraseCipher : ISecretCipher
{
    public const string PassphraseVariable = "PULUMI_CONFIG_PASSPHRASE";
    private const string Probe = "pulumi";
    private const int Iterations = 1_000_000;
    private const int TagBytes = 16;

    private readonly byte[] key;

    private PassphraseCipher(byte[] key, byte[] salt)
    {
        this.key = key;
        Salt = $"v1:{Convert.ToBase64String(salt)}:{Encrypt(Probe)}";
    }

    public string? Salt { get; }

    public static PassphraseCipher Create() => Create(RandomNumberGenerator.GetBytes(8));

    /// <summary>Opens what <see cref="Salt"/> describes, and refuses a wrong passphrase before anything is decrypted with it.</summary>
    public static PassphraseCipher Open(string state)
    {
        var parts = state.Split(':', 3);
        if (parts is not ["v1", var salt, var probe])
        {
            throw new DeploymentException("the salt of the encrypted state is malformed");
        }

        var cipher = Create(Convert.FromBase64String(salt));
        if (cipher.Decrypt(probe) != Probe)
        {
            throw new DeploymentException($"incorrect passphrase: check {PassphraseVariable}");
        }

        return cipher;
    }

    public string Encrypt(string plain)
    {
        var nonce = RandomNumberGenerator.GetBytes(12);
        var bytes = Encoding.UTF8.GetBytes(plain);
        var sealedBytes = new byte[bytes.Length + TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, bytes, sealedBytes.AsSpan(0, bytes.Length), sealedBytes.AsSpan(bytes.Length));
        return $"v1:{Convert.ToBase64String(nonce)}:{Convert.ToBase64String(sealedBytes)}";
    }

    public string Decrypt(string encrypted)
    {
        try
        {
            var parts = encrypted.Split(':');
            var sealedBytes = Convert.FromBase64String(parts[2]);
            var plain = new byte[sealedBytes.Length - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(Convert.FromBase64String(parts[1]), sealedBytes.AsSpan(0, plain.Length), sealedBytes.AsSpan(plain.Length), plain);
            return Encoding.UTF8.GetString(plain);
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or IndexOutOfRangeException or OverflowException)
        {
            throw new DeploymentException($"an encrypted value can't be opened: check {PassphraseVariable}", problem);
        }
    }

    private static PassphraseCipher Create(byte[] salt)
    {
        var passphrase = Environment.GetEnvironmentVariable(PassphraseVariable)
            ?? throw new DeploymentException($"the stack holds secrets: set {PassphraseVariable} to the passphrase that protects them");
        return new PassphraseCipher(Rfc2898DeriveBytes.Pbkdf2(passphrase, salt, Iterations, HashAlgorithmName.SHA256, 32), salt);
    }
}
