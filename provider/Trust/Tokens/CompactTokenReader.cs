using System.Buffers;
using System.Buffers.Text;
using System.Text;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tokens;

/// <summary>Takes a token in JWS compact form apart, within limits.</summary>
internal static class CompactTokenReader
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Reads a token that is no longer than the limits allow. Messages call it by its subject: "The token", "The actor token".</summary>
    public static CompactToken? Read(ReadOnlySpan<char> token, string subject, TokenLimits limits, out Fault? fault)
    {
        var segments = token.Count('.') + 1;
        if (segments != 3)
        {
            fault = FaultCatalogue.TokenSegments(subject, segments);
            return null;
        }

        var first = token.IndexOf('.');
        var last = token.LastIndexOf('.');
        var header = ReadClaims(token[..first], subject, "header", limits, out fault);
        var claims = header is null ? null : ReadClaims(token[(first + 1)..last], subject, "claims", limits, out fault);
        var signature = claims is null ? null : Decode(token[(last + 1)..], subject, "signature", out fault);
        return signature is null ? null : new CompactToken(header!, claims!, Ascii(token[..last]), signature);
    }

    private static TokenClaims? ReadClaims(ReadOnlySpan<char> segment, string subject, string name, TokenLimits limits, out Fault? fault)
    {
        var json = Decode(segment, subject, name, out fault);
        if (json is null)
        {
            return null;
        }

        var claims = TokenClaimsReader.Read(json, limits.Depth, out var problem);
        fault = claims is null ? FaultCatalogue.TokenJson(subject, name, problem) : null;
        return claims;
    }

    private static byte[]? Decode(ReadOnlySpan<char> segment, string subject, string name, out Fault? fault)
    {
        // The framework's decoder forgives padding and blanks; what signed the token did not write any.
        var bytes = new byte[Base64Url.GetMaxDecodedLength(segment.Length)];
        if (segment.ContainsAnyExcept(Alphabet) || Base64Url.DecodeFromChars(segment, bytes, out _, out var written) != OperationStatus.Done)
        {
            fault = FaultCatalogue.TokenEncoding(subject, name);
            return null;
        }

        fault = null;
        return written == bytes.Length ? bytes : bytes[..written];
    }

    private static byte[] Ascii(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        Encoding.ASCII.GetBytes(text, bytes);
        return bytes;
    }
}
