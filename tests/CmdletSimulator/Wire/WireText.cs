using System.Runtime.InteropServices;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>Text as base64 of its UTF-16 code units, whatever they are: an encoding would replace lone surrogates.</summary>
public static class WireText
{
    public static string Encode(string text) => Convert.ToBase64String(MemoryMarshal.AsBytes(text.AsSpan()));

    public static string Decode(string base64) => new(MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(base64)));
}
