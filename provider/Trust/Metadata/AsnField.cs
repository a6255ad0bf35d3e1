namespace PartnerTrust.Trust.Metadata;

/// <summary>One value in BER, read leniently and without exceptions: the bytes may be anybody's, and they are searched at every place. A length that
/// is not given or too large reaches to the end.</summary>
internal readonly ref struct AsnField(byte tag, ReadOnlySpan<byte> content)
{
    public const byte Integer = 0x02;
    public const byte Name = 0x06;
    public const byte Sequence = 0x30;

    private const byte Octets = 0x04;
    private const byte OctetsInParts = 0x24;
    private const byte LongForm = 0x80;

    public byte Tag { get; } = tag;

    public ReadOnlySpan<byte> Content { get; } = content;

    public bool IsOctets => Tag is Octets or OctetsInParts;

    /// <summary>Takes the first value off <paramref name="bytes"/>.</summary>
    public static bool TryRead(ref ReadOnlySpan<byte> bytes, out AsnField field)
    {
        field = default;
        if (bytes.Length < 2)
        {
            return false;
        }

        var (tag, first) = (bytes[0], bytes[1]);
        var digits = first < LongForm ? 0 : first - LongForm;
        if (digits > 4 || bytes.Length < 2 + digits)
        {
            return false;
        }

        var length = first == LongForm ? long.MaxValue : first < LongForm ? first : Number(bytes.Slice(2, digits));
        bytes = bytes[(2 + digits)..];
        var content = bytes[..(int)Math.Min(length, bytes.Length)];
        bytes = bytes[content.Length..];
        field = new AsnField(tag, content);
        return true;
    }

    private static long Number(ReadOnlySpan<byte> digits)
    {
        long number = 0;
        foreach (var digit in digits)
        {
            number = (number << 8) | digit;
        }

        return number;
    }
}
