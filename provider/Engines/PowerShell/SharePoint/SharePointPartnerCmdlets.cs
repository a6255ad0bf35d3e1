using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>Issuers that are partners. Neither a name can be set, nor a document put in the place of a certificate.</summary>
internal sealed record SharePointPartnerCmdlets : RecordCmdlets<PartnerApplication>
{
    public override string NameOf(PartnerApplication record) => record.Name;

    public override bool AreOfOnePartner(PartnerApplication found, PartnerApplication other) => RecordIdentities.AreOfOnePartner(found, other);

    public override bool CanChange(PartnerApplication found, PartnerApplication wanted) =>
        found.Source.GetType() == wanted.Source.GetType() && (wanted.IsTrustBroker || !found.IsTrustBroker);

    public override bool Says(PartnerApplication found, PartnerApplication wanted) =>
        (found.Source as PartnerSource.Metadata)?.Url == (wanted.Source as PartnerSource.Metadata)?.Url
        && found.IsTrustBroker == wanted.IsTrustBroker;

    public override bool Holds(PartnerApplication found, PartnerApplication wanted) => TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(PartnerApplication wanted) => SharePointCmdlets.NewIssuer(wanted);

    public override CmdletCall Change(PartnerApplication found, PartnerApplication wanted) =>
        SharePointCmdlets.SetIssuer(wanted with { Name = found.Name });

    public override CmdletCall Remove(PartnerApplication found) => SharePointCmdlets.RemoveIssuer(found.Name);
}
