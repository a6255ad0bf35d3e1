using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Names and URLs can be set; how a partner proves who it is cannot.</summary>
internal sealed record ExchangePartnerCmdlets(ExchangeCmdlets Cmdlets) : RecordCmdlets<PartnerApplication>
{
    public override bool CanRename => true;

    public override string NameOf(PartnerApplication record) => record.Name;

    public override bool AreOfOnePartner(PartnerApplication found, PartnerApplication other) => RecordIdentities.AreOfOnePartner(found, other);

    public override bool CanChange(PartnerApplication found, PartnerApplication wanted) => found.Source.GetType() == wanted.Source.GetType();

    public override bool Says(PartnerApplication found, PartnerApplication wanted) =>
        (found.Enabled, found.AcceptSecurityIdentifierInformation) == (wanted.Enabled, wanted.AcceptSecurityIdentifierInformation)
        && (found.Source as PartnerSource.Metadata)?.Url == (wanted.Source as PartnerSource.Metadata)?.Url
        && (wanted.LinkedAccount is null ? found.LinkedAccount is null : AccountNames.AreOne(found.LinkedAccount?.Name, wanted.LinkedAccount.Name));

    public override bool Holds(PartnerApplication found, PartnerApplication wanted) => TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(PartnerApplication wanted) => Cmdlets.NewPartnerApplication(wanted);

    public override CmdletCall Change(PartnerApplication found, PartnerApplication wanted) => Cmdlets.SetPartnerApplication(found, wanted);

    public override CmdletCall Remove(PartnerApplication found) => Cmdlets.RemovePartnerApplication(found.Name);
}
