using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Testing.Samples;

/// <summary>Real certificates, made once a run: key generation is what costs.</summary>
public static class Certs
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<CertificateWithKey>[] Made =
        [.. Enumerable.Range(0, 4).Select(
            i => new Lazy<CertificateWithKey>(() => CertificateGenerator.SelfSigned($"CN=key{i}.litwareinc.com", 2048, 365, Now.AddDays(-1))))];

    public static CertificateWithKey Key(int index) => Made[index].Value;

    public static SigningCertificate Public(int index) => Made[index].Value.Certificate;

    /// <summary>A description of a certificate that need not exist: for rules that only look at fields.</summary>
    public static SigningCertificate Described(
        int seed, DateTimeOffset notBefore, DateTimeOffset notAfter, string algorithm = "RSA", int keySize = 2048)
    {
        byte[] der = [0x30, 0x04, (byte)(seed >> 24), (byte)(seed >> 16), (byte)(seed >> 8), (byte)seed];
        return new SigningCertificate(
            [.. der], Thumbprint.OfCertificate(der), $"CN={seed}", $"CN={seed}", seed.ToString("X2"), notBefore, notAfter, algorithm, keySize);
    }

    public static SigningCertificate Valid(int seed) => Described(seed, Now.AddYears(-1), Now.AddYears(1));
}
