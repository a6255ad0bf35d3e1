using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The certificates themselves, of which a server's settings tell thumbprints alone.</summary>
internal sealed class FoundCertificates
{
    private readonly Dictionary<Thumbprint, StoredCertificate> byThumbprint = [];

    public bool Has(Thumbprint thumbprint) => byThumbprint.ContainsKey(thumbprint);

    /// <summary>The first to be found counts: stores are looked at before documents.</summary>
    public void Add(StoredCertificate stored) => byThumbprint.TryAdd(stored.Certificate.Thumbprint, stored);

    /// <summary>Bytes that are no certificate are passed over: the certificate that they should be is then missing, and that is said.</summary>
    public void Add(ImmutableArray<byte>? der, bool? hasPrivateKey)
    {
        if (der is { } bytes && Read(bytes) is { } certificate)
        {
            Add(new StoredCertificate(certificate, hasPrivateKey, null));
        }
    }

    /// <summary>What was asked for of the server's certificates: those that are bound, and those asked for by thumbprint.</summary>
    public ServerSight Complete(ServerSight sight, BoundCertificates bound, IEnumerable<Thumbprint> asked)
    {
        var found = bound.All.Concat(asked).Distinct().Where(Has).Select(thumbprint => byThumbprint[thumbprint]);
        var looked = sight with
        {
            Bound = bound,
            Snapshot = sight.Snapshot with { Certificates = [.. found] },
            Gaps =
            [
                .. Gap(sight, "current", bound.Current),
                .. Gap(sight, "next", bound.Next),
                .. Gap(sight, "previous", bound.Previous),
            ],
        };
        return looked with { Snapshot = looked.Snapshot with { Slots = looked.Resolve([]) } };
    }

    private IEnumerable<Fault> Gap(ServerSight sight, string generation, Thumbprint? bound) => bound is { } thumbprint && !Has(thumbprint)
        ? [FaultCatalogue.BoundCertificateMissing(sight.Snapshot.Server, generation, thumbprint)]
        : [];

    private static SigningCertificate? Read(ImmutableArray<byte> der)
    {
        try
        {
            return CertificateReader.Read(der.AsSpan());
        }
        catch (FaultException)
        {
            return null;
        }
    }
}
