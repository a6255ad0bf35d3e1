using System.Formats.Asn1;

namespace PartnerTrust.Trust.Tests.Samples;

/// <summary>A PKCS#12 file without a password (RFC 7292), written by hand for keys that no platform exports.</summary>
internal static class Pkcs12
{
    private const string Data = "1.2.840.113549.1.7.1";
    private const string KeyBag = "1.2.840.113549.1.12.10.1.1";
    private const string CertificateBag = "1.2.840.113549.1.12.10.1.3";
    private const string X509Certificate = "1.2.840.113549.1.9.22.1";
    private const string LocalKeyId = "1.2.840.113549.1.9.21";

    private static readonly Asn1Tag Explicit = new(TagClass.ContextSpecific, 0);

    public static byte[] Of(byte[] certificate, byte[] pkcs8) => Written(file =>
    {
        using (file.PushSequence())
        {
            file.WriteInteger(3);
            WriteData(file, Written(safes =>
            {
                using (safes.PushSequence())
                {
                    WriteData(safes, Bags(certificate, pkcs8));
                }
            }));
        }
    });

    private static byte[] Bags(byte[] certificate, byte[] pkcs8) => Written(bags =>
    {
        using (bags.PushSequence())
        {
            WriteBag(bags, KeyBag, value => value.WriteEncodedValue(pkcs8));
            WriteBag(bags, CertificateBag, value =>
            {
                using (value.PushSequence())
                {
                    value.WriteObjectIdentifier(X509Certificate);
                    using (value.PushSequence(Explicit))
                    {
                        value.WriteOctetString(certificate);
                    }
                }
            });
        }
    });

    private static void WriteBag(AsnWriter bags, string kind, Action<AsnWriter> write)
    {
        using (bags.PushSequence())
        {
            bags.WriteObjectIdentifier(kind);
            using (bags.PushSequence(Explicit))
            {
                write(bags);
            }

            using (bags.PushSetOf())
            using (bags.PushSequence())
            {
                bags.WriteObjectIdentifier(LocalKeyId);
                using (bags.PushSetOf())
                {
                    bags.WriteOctetString([1]);
                }
            }
        }
    }

    private static void WriteData(AsnWriter writer, byte[] content)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(Data);
            using (writer.PushSequence(Explicit))
            {
                writer.WriteOctetString(content);
            }
        }
    }

    private static byte[] Written(Action<AsnWriter> write)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        write(writer);
        return writer.Encode();
    }
}
