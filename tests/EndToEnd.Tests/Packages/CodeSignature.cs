using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PartnerTrust.EndToEnd.Tests.Packages;

/// <summary>The code signature of a program for macOS, without which Apple silicon starts nothing. The structures are those of Apple's
/// <c>cs_blobs.h</c>: a load command leads to a blob of blobs, of which one, the code directory, has a hash of each page.</summary>
internal static class CodeSignature
{
    private const uint LoadCommand = 0x1D;
    private const uint SuperBlob = 0xFADE0CC0;
    private const uint CodeDirectory = 0xFADE0C02;
    private const uint AdHoc = 2;
    private const byte Sha256 = 2;

    /// <summary>What is wrong with it; null where the system would accept it as one that nobody vouches for.</summary>
    public static string? FaultOf(byte[] program)
    {
        if (Find(program) is not { } signature)
        {
            return "it has none";
        }

        if (Number(signature, 0) != SuperBlob || DirectoryIn(signature) is not { Length: > 0 } directory)
        {
            return "it has no code directory";
        }

        if ((Number(directory, 12) & AdHoc) == 0 || directory[37] != Sha256)
        {
            return "it is no ad-hoc signature with SHA-256";
        }

        var (hashes, pages, limit, size) = ((int)Number(directory, 16), (int)Number(directory, 28), (int)Number(directory, 32), 1 << directory[39]);
        if (limit != program.Length - signature.Length && limit != program.AsSpan().IndexOf(signature))
        {
            return $"it covers {limit} bytes of the {program.Length}";
        }

        for (var page = 0; page < pages; page++)
        {
            var content = program.AsSpan(page * size, Math.Min(size, limit - (page * size)));
            if (!SHA256.HashData(content).AsSpan().SequenceEqual(directory.AsSpan(hashes + (page * 32), 32)))
            {
                return $"page {page} is not as it was signed";
            }
        }

        return pages * (long)size >= limit ? null : "it does not cover all pages";
    }

    private static byte[]? Find(byte[] program)
    {
        // mach_header_64: the number of commands is its fifth field; they follow it.
        var at = 32;
        for (var left = Little(program, 16); left > 0; left--, at += (int)Little(program, at + 4))
        {
            if (Little(program, at) == LoadCommand)
            {
                return program.AsSpan((int)Little(program, at + 8), (int)Little(program, at + 12)).ToArray();
            }
        }

        return null;
    }

    private static byte[]? DirectoryIn(byte[] signature) => Enumerable.Range(0, (int)Number(signature, 8))
        .Select(index => signature[(int)Number(signature, 12 + (index * 8) + 4)..])
        .FirstOrDefault(blob => Number(blob, 0) == CodeDirectory);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);

    private static uint Little(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
