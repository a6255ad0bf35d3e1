using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>What is bound to a server.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Slots">The generations, promotions that have fallen due included.</param>
/// <param name="Generated">Whether the engine made the current (or staged) certificate; null where nobody remembers.</param>
public sealed record CertificateBindingRecord(string Server, CertificateSlots Slots, bool? Generated)
{
    /// <summary>Why members of the server are known not to be able to sign with what is bound, or staged; empty when none is.</summary>
    public ImmutableArray<MemberFault> MemberFaults { get; init; } = [];

    /// <summary>Null when nothing is bound.</summary>
    /// <param name="snapshot">The server's certificates.</param>
    /// <param name="server">The server.</param>
    /// <param name="now">By which staged certificates are promoted.</param>
    public static CertificateBindingRecord? Of(ServerSnapshot snapshot, Server server, DateTimeOffset now)
    {
        var slots = CertificateRules.At(snapshot.Slots, server.Product, now);
        return slots == CertificateSlots.Empty ? null : Of(slots, server, snapshot.Certificates, snapshot.Copies);
    }

    /// <param name="slots">What is bound.</param>
    /// <param name="server">The server.</param>
    /// <param name="certificates">What is known of the bound certificates.</param>
    /// <param name="copies">What lies on the members; null where that is not known.</param>
    public static CertificateBindingRecord Of(
        CertificateSlots slots, Server server, IEnumerable<StoredCertificate> certificates, ImmutableArray<CertificateCopy>? copies)
    {
        var newest = slots.Next ?? slots.Current;
        return new CertificateBindingRecord(
            server.Fqdn, slots, certificates.FirstOrDefault(stored => stored.Certificate.Thumbprint == newest?.Thumbprint)?.Generated)
        {
            MemberFaults = copies is { } known ? MemberFault.Of(server, slots, known) : [],
        };
    }
}
