using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The certificate's key is weak: others can find out the private key.</summary>
    /// <cause>The key was made by faulty software or on a faulty device, such as a smart card or TPM chip with the ROCA fault of 2017, or by a
    /// library that chooses its two primes close to each other. Its size is right; all the same others can compute the private key, and then sign in
    /// the server's name.</cause>
    /// <remedy>Make a new key with other software, or on another device: updating the faulty one does not mend keys that it made.
    /// <c>source.generate</c> makes one, too. Then let the partners copy it:
    /// <code>pulumi up --refresh</code></remedy>
    public static Fault KeyWeak(Thumbprint thumbprint, string reason) => new(
        "PT2030", "source",
        $"The key of certificate {thumbprint} is weak: {reason}.",
        "an RSA key with which only its owner can sign.",
        "Make a new key with other software, or on another device than the one that made this key, and issue a certificate for it.");

    /// <summary>The certificate says that its key is not for signing, which the products do not check.</summary>
    /// <cause>The certificate came from a template for encryption alone, whose key usage lacks <c>digitalSignature</c>.</cause>
    /// <remedy>Issue the next certificate with that usage; those that the package generates have it. If nothing is done, the products go on as
    /// before, but other software that checks the usage refuses the tokens or the certificate.</remedy>
    public static Fault KeyNotForSigning(Thumbprint thumbprint, string usage) => new(
        "PT2031", "source",
        $"Certificate {thumbprint} says that its key is for {usage}.",
        "digitalSignature among the key usages; the products do not check it, other software does.",
        "Issue the next certificate with the key usage digitalSignature.")
    {
        IsWarning = true,
    };

    /// <summary>A trusted or published key is weak: others can find out the private key.</summary>
    /// <cause>The partner signs with a key that was made by faulty software or on a faulty device. A record of it was registered, or its document was
    /// read.</cause>
    /// <remedy>Tell whoever runs the partner. Once they have bound a certificate with a new key, let the record copy it:
    /// <code>pulumi up --refresh</code>
    /// <para>If nothing is done, whoever computes the private key can call in the partner's name, with all rights of its record. Where others can do
    /// so at no cost, this package refuses its tokens (PT5089); the products do not look at it.</para></remedy>
    public static Fault TrustedKeyWeak(string owner, Thumbprint key, string reason) => new(
        "PT3029", "trustedKeys",
        $"The key {Key(key)} of {Quote(owner)} is weak: {reason}.",
        "a key with which only its owner can sign.",
        "Let the owner bind a certificate with a new key, then read its document again.")
    {
        IsWarning = true,
    };

    /// <summary>The certificate of a trusted or published key says that it is not for signing.</summary>
    /// <cause>The partner's certificate came from a template for encryption alone, whose key usage lacks <c>digitalSignature</c>.</cause>
    /// <remedy>Let the partner issue its next certificate with that usage. If nothing is done, the products take its tokens as before; other software
    /// that reads its document may not.</remedy>
    public static Fault TrustedKeyNotForSigning(string owner, Thumbprint key, string usage) => new(
        "PT3030", "trustedKeys",
        $"The certificate of the key {Key(key)} of {Quote(owner)} says that the key is for {usage}.",
        "digitalSignature among the key usages; the products do not check it, other software does.",
        "Let the owner issue its next certificate with the key usage digitalSignature.")
    {
        IsWarning = true,
    };

    /// <summary>Anybody can sign with the trusted key.</summary>
    /// <cause>The trusted key can be computed from its public half in no time: its exponent is 1, its primes lie side by side, or it is divisible by
    /// a small number. It was made by faulty software, or by somebody who wants to sign in the partner's name and found a way to have the key
    /// registered.</cause>
    /// <remedy><list type="number">
    /// <item>Until this is cleared, switch the record off with <c>enabled: false</c>; on SharePoint remove it. What it lets in may come from anybody,
    /// and the products themselves do not look at this.</item>
    /// <item>Have the owner bind a certificate with a new key.</item>
    /// <item>Let the receiver copy it, with the record switched on again:
    /// <code>pulumi up --refresh</code></item>
    /// </list></remedy>
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

    /// <summary>This machine's cryptography did not make the certificate that the stack wants to be generated.</summary>
    /// <cause>The plugin runs where keys cannot be made as asked: a policy of the operating system forbids the size or the algorithm, OpenSSL is
    /// missing or damaged on Linux, or it is no real Windows that runs it.</cause>
    /// <remedy>Run the stack on another machine. Or have the certificate made elsewhere and give its file:
    /// <code>pulumi config set --secret pfxPassword</code>
    /// <para>with <c>source.pfxFile</c> and <c>source.pfxPassword</c>, or name one in the server's own store with
    /// <c>source.thumbprint</c>.</para></remedy>
    public static Fault CertificateNotMade(int keySize, string reason) => new(
        "PT2032", "source.generate", $"This machine could not make a certificate with a key of {Count(keySize, "bit")}: {reason.TrimEnd('.')}.",
        "an operating system that makes RSA keys of that size and signs with them.",
        "Run the plugin on another machine, or give a certificate that was made elsewhere (\"pfxFile\", or \"thumbprint\").");
}
