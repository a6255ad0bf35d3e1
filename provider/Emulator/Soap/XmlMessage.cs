using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartnerTrust.Emulator.Soap;

/// <summary>Reads XML from strangers: without a document type, entities, or more text or depth than an honest one has.</summary>
internal static class XmlMessage
{
    private const int LargestText = 2 * 1024 * 1024;
    private const int DeepestElement = 64;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestText,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>The root element; null when the text is no such XML.</summary>
    /// <param name="text">The bytes.</param>
    /// <param name="charset">Null where the bytes tell it by themselves.</param>
    public static XElement? Read(MemoryStream text, Encoding? charset = null)
    {
        try
        {
            return IsTooDeep(text, charset) ? null : XDocument.Load(Open(text, charset), LoadOptions.PreserveWhitespace).Root;
        }
        catch (Exception failure) when (failure is XmlException or DecoderFallbackException)
        {
            return null;
        }
    }

    // Looked at before a tree is built: the time that building one takes grows with the square of its depth.
    private static bool IsTooDeep(MemoryStream text, Encoding? charset)
    {
        using var reader = Open(text, charset);
        while (reader.Read())
        {
            if (reader.Depth > DeepestElement)
            {
                return true;
            }
        }

        return false;
    }

    private static XmlReader Open(MemoryStream text, Encoding? charset)
    {
        text.Position = 0;
        return charset is null
            ? XmlReader.Create(text, Careful)
            : XmlReader.Create(new StreamReader(text, charset, true, -1, leaveOpen: true), Careful);
    }
}
