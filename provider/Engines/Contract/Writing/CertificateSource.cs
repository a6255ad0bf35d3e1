using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>Where a certificate with its private key comes from: exactly one of these. <see cref="object.ToString"/> shows no secret.</summary>
public abstract record CertificateSource
{
    private CertificateSource()
    {
    }

    /// <summary>Already in the server's certificate store.</summary>
    public sealed record Stored(Thumbprint Thumbprint) : CertificateSource;

    /// <summary>A PKCS#12 file's bytes, or PEM text, with its password.</summary>
    public sealed record Imported(ImmutableArray<byte> Content, string? Password) : CertificateSource
    {
        /// <summary>What they hold, where somebody has opened it already: that is slow on purpose.</summary>
        public CertificateWithKey? Opened { get; init; }

        public CertificateWithKey Open() => Opened ?? CertificateReader.ReadPfxOrPem(Content.AsSpan(), Password);

        public override string ToString() => "Imported { [secret] }";
    }

    /// <summary>A new self-signed one.</summary>
    /// <param name="Subject">Distinguished name.</param>
    /// <param name="KeySize">RSA bits, at least 2048.</param>
    /// <param name="ValidityDays">Days from now.</param>
    public sealed record Generated(string Subject, int KeySize, int ValidityDays) : CertificateSource;
}
