using System.Text;

namespace PartnerTrust.Soak;

/// <summary>The header block of a gRPC request, in literals that touch no table (RFC 7541, section 6.2.2).</summary>
internal static class RequestHeaders
{
    // Entries of the static table.
    private const int Authority = 1;
    private const byte MethodPost = 0x83;
    private const byte SchemeHttp = 0x86;
    private const int Path = 4;
    private const int ContentType = 31;
    private const int UserAgent = 58;

    public static byte[] Encode(string path, string authority)
    {
        using var block = new MemoryStream();
        block.WriteByte(MethodPost);
        block.WriteByte(SchemeHttp);
        WriteIndexed(block, Path, path);
        WriteIndexed(block, Authority, authority);
        WriteIndexed(block, ContentType, "application/grpc");
        WriteIndexed(block, UserAgent, "grpc-go/1.76.0");
        block.WriteByte(0);
        WriteText(block, "te");
        WriteText(block, "trailers");
        return block.ToArray();
    }

    private static void WriteIndexed(MemoryStream block, int name, string value)
    {
        WriteNumber(block, name, bits: 4);
        WriteText(block, value);
    }

    private static void WriteText(MemoryStream block, string text)
    {
        WriteNumber(block, text.Length, bits: 7);
        block.Write(Encoding.ASCII.GetBytes(text));
    }

    private static void WriteNumber(MemoryStream block, int number, int bits)
    {
        var most = (1 << bits) - 1;
        if (number < most)
        {
            block.WriteByte((byte)number);
            return;
        }

        block.WriteByte((byte)most);
        for (number -= most; number >= 0x80; number >>= 7)
        {
            block.WriteByte((byte)(number | 0x80));
        }

        block.WriteByte((byte)number);
    }
}
