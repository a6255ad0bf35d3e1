using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>An identity cannot be renamed; where the keys come from can be changed.</summary>
internal sealed record LyncPartnerCmdlets : RecordCmdlets<PartnerApplication>
{
    public override string NameOf(PartnerApplication record) => record.Name;

    public override bool AreOfOnePartner(PartnerApplication found, PartnerApplication other) => RecordIdentities.AreOfOnePartner(found, other);

    public override bool Says(PartnerApplication found, PartnerApplication wanted) =>
        IsFrom(found.Source, wanted.Source)
        && (found.TrustLevel, found.Enabled, found.AcceptSecurityIdentifierInformation)
            == (wanted.TrustLevel ?? TrustLevel.Full, wanted.Enabled, wanted.AcceptSecurityIdentifierInformation);

    public override bool Holds(PartnerApplication found, PartnerApplication wanted) => TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(PartnerApplication wanted) => LyncCmdlets.NewPartnerApplication(wanted);

    public override CmdletCall Change(PartnerApplication found, PartnerApplication wanted) =>
        LyncCmdlets.SetPartnerApplication(wanted with { Name = found.Name });

    public override CmdletCall Remove(PartnerApplication found) => LyncCmdlets.RemovePartnerApplication(found.Name);

    private static bool IsFrom(PartnerSource found, PartnerSource wanted) => (found, wanted) switch
    {
        (PartnerSource.Metadata one, PartnerSource.Metadata other) => one.Url == other.Url,
        _ => found.GetType() == wanted.GetType(),
    };
}
