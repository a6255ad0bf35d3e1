using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>The farm's realm.</summary>
internal sealed class Realms(SharePointFarms farms) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-SPAuthenticationRealm", (_, server) => PlayedAnswer.Of(PlayedValue.Of(farms.Of(server).Realm)))
        .Add("Set-SPAuthenticationRealm", Set);

    private PlayedAnswer Set(PlayedCall call, Server server)
    {
        farms.Of(server).Realm = call.Text("Realm") ?? server.Realm;
        return PlayedAnswer.Nothing;
    }
}
