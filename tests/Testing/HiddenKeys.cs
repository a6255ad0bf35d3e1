using PartnerTrust.Engines.Contract;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing;

/// <summary>What cmdlets show of records: Lync tells where it took a partner's keys from, and not which keys it holds.</summary>
internal sealed class HiddenKeys(ServerDirectory servers)
{
    public PartnerApplication? AsShown(PartnerApplication? record) => record is null || !Hides(record.Server) ? record : record.Source switch
    {
        PartnerSource.AuthorizationServer => record,
        PartnerSource.Certificate given => record with { Source = given with { Key = null }, TrustedKeys = null },
        _ => record with { TrustedKeys = null },
    };

    public AuthorizationServer? AsShown(AuthorizationServer? record) =>
        record is not null && Hides(record.Server) ? record with { TrustedKeys = null } : record;

    private bool Hides(string server) => servers.Require(server).Product == ServerProduct.LyncServer;
}
