using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>The keys of records: the servers that are played always know them.</summary>
public static class TrustedKeys
{
    public static ImmutableArray<SigningCertificate> Of(PartnerApplication record) => record.TrustedKeys is { } keys ? keys : [];

    public static ImmutableArray<SigningCertificate> Of(AuthorizationServer record) => record.TrustedKeys is { } keys ? keys : [];
}
