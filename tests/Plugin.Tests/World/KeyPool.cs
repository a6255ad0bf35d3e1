using System.Security.Cryptography;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>A few keys in turn: making one takes longer than most of what the tests do with it.</summary>
internal static class KeyPool
{
    private const int PooledSize = 2048;
    private static readonly Lazy<byte[]>[] Keys = [.. Enumerable.Range(0, 5).Select(_ => new Lazy<byte[]>(Make))];
    private static int taken;

    public static RSA Next(int size)
    {
        var key = RSA.Create(size);
        if (size == PooledSize)
        {
            key.ImportPkcs8PrivateKey(Keys[(uint)Interlocked.Increment(ref taken) % Keys.Length].Value, out _);
        }

        return key;
    }

    private static byte[] Make()
    {
        using var key = RSA.Create(PooledSize);
        return key.ExportPkcs8PrivateKey();
    }
}
