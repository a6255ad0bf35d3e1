using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The certificate's key is weak: others can find out the private key.</summary>
    public static Fault KeyWeak(Thumbprint thumbprint, string reason) => new(
        "PT2030", "source",
        $"The key of certificate {thumbprint} is weak: {reason}.",
        "an RSA key with which only its owner can sign.",
        "Make a new key with other software, or on another device than the one that made this key, and issue a certificate for it.");

    /// <summary>The certificate says that its key is not for signing, which the products do not check.</summary>
    public static Fault KeyNotForSigning(Thumbprint thumbprint, string usage) => new(
        "PT2031", "source",
        $"Certificate {thumbprint} says that its key is for {usage}.",
        "digitalSignature among the key usages; the products do not check it, other software does.",
        "Issue the next certificate with the key usage digitalSignature.")
    {
        IsWarning = true,
    };

    /// <summary>A trusted or published key is weak: others can find out the private key.</summary>
    public static Fault TrustedKeyWeak(string owner, Thumbprint key, string reason) => new(
        "PT3029", "trustedKeys",
        $"The key {Key(key)} of {Quote(owner)} is weak: {reason}.",
        "a key with which only its owner can sign.",
        "Let the owner bind a certificate with a new key, then read its document again.")
    {
        IsWarning = true,
    };

    /// <summary>The certificate of a trusted or published key says that it is not for signing.</summary>
    public static Fault TrustedKeyNotForSigning(string owner, Thumbprint key, string usage) => new(
        "PT3030", "trustedKeys",
        $"The certificate of the key {Key(key)} of {Quote(owner)} says that the key is for {usage}.",
        "digitalSignature among the key usages; the products do not check it, other software does.",
        "Let the owner issue its next certificate with the key usage digitalSignature.")
    {
        IsWarning = true,
    };

    /// <summary>Anybody can sign with the trusted key.</summary>
    public static Fault TrustedKeyForgeable(Thumbprint key, string reason) => Refusal(
        "PT5089",
        $"The key {Key(key)} is trusted, although anybody can sign with it: {reason}.",
        "a key with which only its owner can sign.",
        "the owner's certificate was made by faulty software, or by someone who wants to sign in its name.",
        "Have the owner bind a certificate with a new key, then re-read its metadata at the receiver.");

    /// <summary>A key under both of its names: as certificate stores show it, and as documents and token headers do.</summary>
    private static string Key(Thumbprint key) => $"{key.Hex} (x5t {key.X5t})";

    private static string TheKeys(IReadOnlyCollection<SigningCertificate> keys) => $"the {(keys.Count == 1 ? "key" : "keys")} {Keys(keys)}";

    private static string Keys(IEnumerable<SigningCertificate> keys) => string.Join(", ", keys.Select(key => Key(key.Thumbprint)));
}
