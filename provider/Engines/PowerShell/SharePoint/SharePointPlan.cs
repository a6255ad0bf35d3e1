using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>The calls that bring a SharePoint farm from what was found to what is wanted. Whether an app principal has its permission cannot be read:
/// it is granted whenever a record of Exchange is written, which changes nothing where it has it, and to no other partner, because the vendor
/// documents it for none (domain.md 4.7).</summary>
internal static class SharePointPlan
{
    private static readonly SharePointPartnerCmdlets Partners = new();
    private static readonly SharePointAuthorityCmdlets Authorities = new();

    public static CmdletPlan Of(Server server, ServerSight found, ServerChange change) => change switch
    {
        ServerChange.Certificates certificates => Certificates(server, found, certificates),
        ServerChange.PartnerRecord { Record.Wanted.Source: PartnerSource.AuthorizationServer } =>
            throw new FaultException(FaultCatalogue.EngineCannot("powerShell", "register a partner of SharePoint behind an authorization server")),
        ServerChange.PartnerRecord { Record: var record } =>
            Granting(RecordPlan.Of(found.Snapshot.PartnerApplications, record, Partners), server, record.Wanted),
        ServerChange.AuthorizationServerRecord { Record: var record } =>
            RecordPlan.Of(found.Snapshot.AuthorizationServers, record, Authorities),
        _ => throw new FaultException(FaultCatalogue.OAuthConfigurationUnsupported(server.Fqdn, server.Product)),
    };

    private static CmdletPlan Certificates(Server server, ServerSight found, ServerChange.Certificates change)
    {
        if (change.Wanted == CertificateSlots.Empty)
        {
            return CmdletPlan.Nothing with
            {
                Remarks = found.Bound.Current is { } left ? [FaultCatalogue.CertificateLeftBound(server.Fqdn, server.Product, left)] : [],
            };
        }

        return change.Wanted.Current is not { } current || found.Bound.Current == current.Thumbprint ? CmdletPlan.Nothing
            : change.Brought is { } brought && brought.Certificate.Equals(current)
            ? new CmdletPlan([SharePointCmdlets.ImportSigningCertificate(brought.Pfx, brought.Password.Value)])
            : new CmdletPlan([SharePointCmdlets.UseSigningCertificate(current.Thumbprint)]);
    }

    private static CmdletPlan Granting(CmdletPlan plan, Server server, PartnerApplication? wanted)
    {
        if (wanted is not { ApplicationIdentifier: WellKnownApplications.Exchange })
        {
            return plan;
        }

        var site = new Uri(server.MetadataUrl.GetLeftPart(UriPartial.Authority));
        var grant = SharePointCmdlets.GrantFullControl(site);
        return plan with { Calls = [.. plan.Calls, SharePointCmdlets.GetAppPrincipal(wanted.Issuer, site), grant], Unseen = [grant] };
    }
}
