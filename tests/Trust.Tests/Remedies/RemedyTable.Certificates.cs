using System.Security.Cryptography.X509Certificates;
using System.Text;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    private static readonly CertificateSlots Rolled = new(Certs.Valid(1), Certs.Valid(2), null, null) { CurrentSince = Scene.Now };

    /// <summary>What is given to sign with, and how one certificate follows another.</summary>
    public static IEnumerable<Remedy> Certificates =>
    [
        File("PT2010", "Export the one certificate that is meant", () => PfxOf(Certs.Key(0), Certs.Key(1)), () => PfxOf(Certs.Key(1))),
        File("PT2011", "Put the matching certificate and private key together", () => PemOf(Certs.Key(0), Certs.Key(1)), () => PemOf(Certs.Key(0), Certs.Key(0))),
        Staged("PT2014", "Choose an effectiveDate no later than 2026-03-03T12:00:00Z", Now.AddDays(3), Now.AddHours(50), Now.AddDays(2)),
        Staged("PT2014", "leave effectiveDate out to replace the certificate at once", Now.AddHours(10), Now.AddHours(9), null),
        Remedy.Of(
            "PT2021",
            "Stage one with an effectiveDate",
            () => new JudgedBy<CertificateSlots>(
                slots => Judgement.Of(() => CertificateRules.PublishNow(slots, Estate.Exchange.Fqdn, Now)), Ending(Now.AddDays(99))),
            bound => bound.Now(CertificateRules.Bind(bound.Value, Certs.Valid(2), ServerProduct.ExchangeServer, Now, Now.AddDays(3)))),
        Remedy.Of(
            "PT2029",
            "run the update again after that time",
            () => new JudgedBy<DateTimeOffset>(time => Judgement.Of(() => RetirementRules.Retire(Rolled, Estate.Exchange, time)), Now.AddHours(24)),
            retired => retired.Now(Now.AddHours(24).AddMinutes(5))),
        File("PT2030", "Make a new key with other software", () => PfxOf(Forgeable), () => PfxOf(Certs.Key(0))),
        Remedy.Of(
            "PT2031",
            "Issue the next certificate with the key usage digitalSignature",
            () => new JudgedBy<SigningCertificate>(
                certificate => Judgement.Of(CertificateRules.Validate(certificate, true, Now)), ForUsage(X509KeyUsageFlags.KeyEncipherment)),
            issued => issued.Now(ForUsage(X509KeyUsageFlags.DigitalSignature))),
    ];

    /// <summary>On Lync, whose certificate has that end, the next one is to take effect at a time, and then at another.</summary>
    private static Remedy Staged(string number, string words, DateTimeOffset end, DateTimeOffset? effective, DateTimeOffset? then) => Remedy.Of(
        number,
        words,
        () => new JudgedBy<DateTimeOffset?>(
            time => Judgement.Of(CertificateRules.Review(Ending(end), Certs.Valid(2), ServerProduct.LyncServer, Now, time)), effective),
        staged => staged.Now(then),
        then is null ? "at once" : "");

    private static Remedy File(string number, string words, Func<byte[]> wrong, Func<byte[]> right) =>
        Remedy.Of(number, words, () => new JudgedBy<byte[]>(BindingOf, wrong()), given => given.Now(right()));

    private static Judgement BindingOf(byte[] file) => Judgement.Of(() => CertificateRules.Bind(
        CertificateSlots.Empty, CertificateReader.ReadPfxOrPem(file, null).Certificate, ServerProduct.LyncServer, Now, null));

    private static CertificateSlots Ending(DateTimeOffset end) => new(null, Certs.Described(1, Now.AddYears(-1), end), null, null);

    private static byte[] PfxOf(params CertificateWithKey[] all) =>
        new X509Certificate2Collection(all.Select(WithPrivateKey).ToArray()).Export(X509ContentType.Pfx)!;

    private static X509Certificate2 WithPrivateKey(CertificateWithKey certificate)
    {
        using var key = certificate.OpenKey();
        using var bare = X509CertificateLoader.LoadCertificate(certificate.Certificate.Der.AsSpan());
        return bare.CopyWithPrivateKey(key);
    }

    private static byte[] PemOf(CertificateWithKey certificate, CertificateWithKey key) =>
        Encoding.ASCII.GetBytes(Encoding.ASCII.GetString([.. Pem.Of(certificate)]).Split("-----BEGIN PRIVATE")[0]
            + "-----BEGIN PRIVATE" + Encoding.ASCII.GetString([.. Pem.Of(key)]).Split("-----BEGIN PRIVATE")[1]);
}
