using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace PartnerTrust.Engines.Shadow;

/// <summary>The keys of a plan's certificates. They outlive no preview, so that one of each size does for all: making keys is what takes long.</summary>
internal sealed class PlannedKeys(Func<int, RSA> makeKey)
{
    private readonly ConcurrentDictionary<int, Lazy<ImmutableArray<byte>>> keys = new();

    public RSA Take(int size)
    {
        var key = RSA.Create();
        key.ImportPkcs8PrivateKey(keys.GetOrAdd(size, wanted => new Lazy<ImmutableArray<byte>>(() => Export(wanted))).Value.AsSpan(), out _);
        return key;
    }

    private ImmutableArray<byte> Export(int size)
    {
        using var key = makeKey(size);
        return [.. key.ExportPkcs8PrivateKey()];
    }
}
