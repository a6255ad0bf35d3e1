using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Engines.Shadow;

/// <summary>The certificates that are generated for a plan. They outlive no preview, so that one key of each size does for all: making keys is
/// what takes long.</summary>
internal sealed class PlannedCertificates : CertificateMaker
{
    private readonly ConcurrentDictionary<Thumbprint, SigningCertificate> made = new();

    public PlannedCertificates(Func<int, RSA> makeKey)
        : base(new SharedKeys(makeKey).Take)
    {
    }

    public IEnumerable<SigningCertificate> Made => made.Values;

    public override CertificateWithKey Make(CertificateSource.Generated wanted, DateTimeOffset now)
    {
        var certificate = base.Make(wanted, now);
        made[certificate.Certificate.Thumbprint] = certificate.Certificate;
        return certificate;
    }

    private sealed class SharedKeys(Func<int, RSA> makeKey)
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
}
