using System.Formats.Asn1;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Recognises private keys by the form of their DER: PKCS#1 and PKCS#8 begin with a version number, PKCS#12 too, and a
/// certificate never does.</summary>
internal static class PrivateKeyShape
{
    public static bool Matches(ReadOnlyMemory<byte> der)
    {
        try
        {
            return new AsnReader(der, AsnEncodingRules.BER).ReadSequence() is { HasData: true } body
                && (body.PeekTag().HasSameClassAndValue(Asn1Tag.Integer) || IsEncryptedKey(body));
        }
        catch (AsnContentException)
        {
            return false;
        }
    }

    /// <summary>An encrypted PKCS#8 key is two fields: how, and what.</summary>
    private static bool IsEncryptedKey(AsnReader body)
    {
        body.ReadEncodedValue();
        return body.HasData && body.PeekTag().HasSameClassAndValue(Asn1Tag.PrimitiveOctetString);
    }
}
