using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>What a partner may do in SharePoint (domain.md 4.7).</summary>
internal sealed class AppPrincipals(WorldStore store, SharePointFarms farms) : INoun
{
    public void AddTo(CmdletTable table) => table
        .Add("Get-SPAppPrincipal", GetAsync)
        .Add("Set-SPAppPrincipalPermission", Permit);

    private async Task<PlayedAnswer> GetAsync(PlayedCall call, Server server, CancellationToken cancellationToken)
    {
        var name = call.Required("NameIdentifier");
        var known = (await store.ListPartnersAsync(server, cancellationToken)).Any(partner => Things.IsNamed(partner.Issuer, name));
        return !known ? throw SharePointErrors.NotFound(call.Cmdlet, name) : PlayedAnswer.Of(Things.Of(
            "Microsoft.SharePoint.SPAppPrincipal",
            name,
            ("NameIdentifier", PlayedValue.Of(name)),
            ("EncodedNameIdentifier", PlayedValue.Of($"i:0i.t|ms.sp.ext|{name}")),
            ("DisplayName", PlayedValue.Of(name))));
    }

    private PlayedAnswer Permit(PlayedCall call, Server server)
    {
        var principal = (call.Parameters["AppPrincipal"] as SentValue.Thing)?.Find("NameIdentifier")
            ?? throw SharePointErrors.Refused(call.Cmdlet, "AppPrincipal is not an app principal.");
        farms.Of(server).Permissions.Enqueue(new AppPermission(
            principal, call.Required("Site"), call.Required("Scope"), call.Required("Right"), call.IsOn("EnableAppOnlyPolicy")));
        return PlayedAnswer.Nothing;
    }
}
