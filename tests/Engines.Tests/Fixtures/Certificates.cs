using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;

namespace PartnerTrust.Engines.Tests.Fixtures;

/// <summary>Certificates made once for all tests: making an RSA key is what takes time here.</summary>
internal static class Certificates
{
    public static DateTimeOffset Now { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static CertificateWithKey First { get; } = Make("CN=first.litwareinc.com");

    public static CertificateWithKey Second { get; } = Make("CN=second.litwareinc.com");

    public static CertificateWithKey Third { get; } = Make("CN=third.litwareinc.com");

    private static CertificateWithKey Make(string subject) => CertificateGenerator.SelfSigned(subject, 2048, 365, Now.AddDays(-1));
}
