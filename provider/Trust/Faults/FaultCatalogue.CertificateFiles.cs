namespace PartnerTrust.Trust.Faults;

public static partial class FaultCatalogue
{
    /// <summary>The content is neither a readable PFX nor PEM text with a certificate.</summary>
    /// <cause>The file is something else, such as a certificate request, a P7B chain or a CER file, or it was damaged on its way: as text instead of
    /// binary, or with only part of its base64. Or it is in a form that is not read: encrypted with RC2 on a machine whose library has that no more,
    /// with more than 300000 iterations, or in OpenSSL's old form of encrypted keys. The message says which, where that shows.</cause>
    /// <remedy>Export the certificate again as PFX, with its private key and encrypted with AES:
    /// <code>
    /// $password = Read-Host -AsSecureString
    /// $certificate = Get-Item Cert:\LocalMachine\My\&lt;thumbprint&gt;
    /// Export-PfxCertificate -Cert $certificate -FilePath auth.pfx -Password $password -CryptoAlgorithmOption AES256_SHA256
    /// </code>
    /// <para>An encrypted key in OpenSSL's old form is converted by</para>
    /// <code>openssl pkcs8 -topk8 -in key.pem -out new-key.pem</code>
    /// <para>For a partner's <c>certificate.certificatePem</c> export the certificate alone, without its key, as Base-64 encoded X.509
    /// (.CER).</para></remedy>
    public static Fault CertificateUnreadable(int length, string reason = "", string remedy = "Export the certificate again.") => new(
        "PT2007", "source",
        $"The content ({Count(length, "byte")}) holds no readable certificate{(reason.Length == 0 ? "" : $": {reason}")}.",
        "a PFX (PKCS#12) file, or PEM text with a certificate and its private key.",
        remedy);

    /// <summary>The password does not open the PFX file or the encrypted private key.</summary>
    /// <cause>The password belongs to another export, was typed in other letters, or lost characters on its way: shells take <c>$</c>, quotes and
    /// backslashes for their own.</cause>
    /// <remedy>Set the password again, typing it at the prompt, and use it as <c>source.pfxPassword</c>:
    /// <code>pulumi config set --secret pfxPassword</code>
    /// <para>If it is not known any more, export the certificate again with a new one.</para></remedy>
    public static Fault PasswordWrong() => new(
        "PT2008", "source.pfxPassword",
        "The password does not open the certificate's private key.",
        "the password with which it was exported.",
        "Correct the password; it is case-sensitive.");

    /// <summary>The PFX file or private key is encrypted and no password was given.</summary>
    /// <cause>The file was exported with a password and the program gives none, or the configuration value is empty in this stack.</cause>
    /// <remedy>Set the password as a secret of the stack, and use it as <c>source.pfxPassword</c>:
    /// <code>pulumi config set --secret pfxPassword</code></remedy>
    public static Fault PasswordMissing() => new(
        "PT2009", "source.pfxPassword",
        "The certificate's private key is protected by a password, and none was given.",
        "the password with which it was exported.",
        "Set the password as a secret.");

    /// <summary>The content holds several certificates with private keys.</summary>
    /// <cause>The file is an export of a whole certificate store, or several files were put together. Which of the certificates is to sign, nobody
    /// could tell.</cause>
    /// <remedy>Export the one certificate that is meant, with its private key. Certificates of the authorities above it may be in the file; they have
    /// no keys.</remedy>
    public static Fault SeveralCertificates(int count) => new(
        "PT2010", "source",
        $"The content holds {Count(count, "certificate with a private key", "certificates with private keys")}.",
        "exactly one.",
        "Export the one certificate that is meant.");

    /// <summary>The private key belongs to none of the certificates beside it.</summary>
    /// <cause>The certificate was renewed and the key beside it is that of the old one, or certificate and key of two servers were mixed up.</cause>
    /// <remedy>Put the private key together with the certificate that was issued for it. If the key is lost, issue another certificate.</remedy>
    public static Fault PrivateKeyMismatch() => new(
        "PT2011", "source",
        "The private key belongs to none of the certificates beside it.",
        "the private key of the certificate.",
        "Put the matching certificate and private key together.");
}
