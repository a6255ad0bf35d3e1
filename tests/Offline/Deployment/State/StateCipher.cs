namespace PartnerTrust.Deployment.State;

/// <summary>Asks for the passphrase only when there is a secret: most stacks have none, and deriving the key is slow on purpose.</summary>
public sealed class StateCipher(string? knownSalt) : ISecretCipher
{
    private readonly Lazy<PassphraseCipher> cipher =
        new(() => knownSalt is null ? PassphraseCipher.Create() : PassphraseCipher.Open(knownSalt));

    public string? Salt => cipher.IsValueCreated ? cipher.Value.Salt : knownSalt;

    public string Encrypt(string plain) => cipher.Value.Encrypt(plain);

    public string Decrypt(string encrypted) => cipher.Value.Decrypt(encrypted);
}
