namespace PartnerTrust.Deployment.State;

/// <summary>Turns secrets into text that may lie in a file.</summary>
public interface ISecretCipher
{
    /// <summary>What the state file must keep so that the same passphrase opens it again; null for none.</summary>
    string? Salt { get; }

    string Encrypt(string plain);

    string Decrypt(string encrypted);
}
