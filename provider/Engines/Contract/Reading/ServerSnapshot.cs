using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Contract.Reading;

/// <summary>What a server keeps, as far as it was asked for and can be told. The parts are of about one moment; only a store can make it the
/// same one. Parts that were not asked for are empty.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="Parts">What was asked for.</param>
public sealed record ServerSnapshot(string Server, ServerParts Parts)
{
    /// <summary>What is bound, as last written; promotions that have fallen due since are the reader's to apply.</summary>
    public CertificateSlots Slots { get; init; } = CertificateSlots.Empty;

    /// <summary>The bound certificates, and those of the asked thumbprints that were found.</summary>
    public ImmutableArray<StoredCertificate> Certificates { get; init; } = [];

    /// <summary>Their private keys, where an engine can show them; most cannot.</summary>
    public ImmutableArray<CertificateWithKey> Keys { get; init; } = [];

    /// <summary>What lies on its members; null where that is not known.</summary>
    public ImmutableArray<CertificateCopy>? Copies { get; init; }

    /// <summary>The member that replication is known not to reach, <see cref="EveryMember"/> when it reaches none; else null.</summary>
    public string? Unreached { get; init; }

    /// <summary>Whether private keys are known not to leave the machine that they are brought to.</summary>
    public bool KeepsKeys { get; init; }

    public ImmutableArray<Uri> PublishedAt { get; init; } = [];

    public ImmutableArray<PartnerApplication> PartnerApplications { get; init; } = [];

    public ImmutableArray<AuthorizationServer> AuthorizationServers { get; init; } = [];

    /// <summary>Null where nothing was ever written: the product's defaults hold.</summary>
    public OAuthConfiguration? Settings { get; init; }

    /// <summary>What was there before a stack first wrote the settings; null where none did, and where the engine does not know.</summary>
    public OAuthConfiguration? OriginalSettings { get; init; }

    public const string EveryMember = "*";

    /// <summary>What lies on the server's members; what is bound is presumed to where that is not known.</summary>
    public ImmutableArray<CertificateCopy> PresumedCopies(Server server) => Copies ??
    [
        .. from member in server.Members
           from bound in InSlots(Slots)
           select new CertificateCopy(member, bound.Thumbprint, true, true),
    ];

    /// <summary>The bound certificates, the one that signs first.</summary>
    public static IEnumerable<SigningCertificate> InSlots(CertificateSlots slots)
    {
        SigningCertificate?[] generations = [slots.Current, slots.Next, slots.Previous];
        return generations.OfType<SigningCertificate>();
    }
}
