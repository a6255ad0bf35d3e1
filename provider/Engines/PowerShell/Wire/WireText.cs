using System.Runtime.InteropServices;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>Text as requests carry it: printable ASCII after <c>=</c>, all else as UTF-16 in base64 after <c>#</c>. The prefix keeps the JSON readers
/// of both PowerShells from taking text for a date, and from mending what is no valid UTF-16 (powershell.md 3).</summary>
internal static class WireText
{
    public static string Write(string text) => text.All(IsPrintable) ? "=" + text : "#" + Convert.ToBase64String(BytesOf(text));

    /// <summary>UTF-16, little endian, lone surrogates included.</summary>
    public static byte[] BytesOf(string text) => MemoryMarshal.AsBytes(text.AsSpan()).ToArray();

    public static string TextOf(ReadOnlySpan<byte> bytes) => new(MemoryMarshal.Cast<byte, char>(bytes));

    private static bool IsPrintable(char unit) => unit is >= ' ' and <= '~';
}
