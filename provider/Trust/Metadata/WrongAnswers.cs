using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>The answers that come instead of a document when something stands in front of the server (domain.md 3.4).</summary>
internal static class WrongAnswers
{
    /// <summary>The body without its byte order mark, once it is none of the known wrong answers.</summary>
    public static ReadOnlySpan<byte> Reject(ReadOnlySpan<byte> content, string? contentType, Uri url)
    {
        if (content.Length > AuthMetadataReader.LargestDocument)
        {
            throw new FaultException(FaultCatalogue.DocumentTooLarge(content.Length, AuthMetadataReader.LargestDocument));
        }

        var body = content.StartsWith("\uFEFF"u8) ? content[3..] : content;
        var text = body.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw new FaultException(FaultCatalogue.DocumentEmpty(url));
        }

        return text[0] switch
        {
            (byte)'<' when IsXml(text, contentType) && MetadataUrls.IsFederation(url) => body,
            (byte)'<' when IsXml(text, contentType) => throw new FaultException(FaultCatalogue.DocumentIsXml(url)),
            (byte)'<' => throw new FaultException(FaultCatalogue.DocumentIsHtml(url)),
            not ((byte)'{' or (byte)'[') when Says(contentType, "html") => throw new FaultException(FaultCatalogue.DocumentIsHtml(url)),
            _ => body,
        };
    }

    private static bool IsXml(ReadOnlySpan<byte> text, string? contentType) =>
        (text.StartsWith("<?xml"u8) || text.StartsWith("<EntityDescriptor"u8) || Says(contentType, "xml"))
        && !Says(contentType, "html")
        && text.IndexOf("<html"u8) < 0;

    private static bool Says(string? contentType, string kind) => contentType?.Contains(kind, StringComparison.OrdinalIgnoreCase) == true;
}
