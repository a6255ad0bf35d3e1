namespace PartnerTrust.Deployment.State;

/// <summary>For tests that read the state file: secrets stay marked, and in clear.</summary>
public sealed class PlaintextCipher : ISecretCipher
{
    public string? Salt => null;

    public string Encrypt(string plain) => plain;

    public string Decrypt(string encrypted) => encrypted;
}
