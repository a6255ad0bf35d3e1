using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>Issuers that are authorization servers. A realm of its own is a part of the issuer's name here.</summary>
internal sealed record SharePointAuthorityCmdlets : RecordCmdlets<AuthorizationServer>
{
    public override string NameOf(AuthorizationServer record) => record.Name;

    /// <summary>The found one's issuer has the realm that was given for it.</summary>
    public override bool AreOfOnePartner(AuthorizationServer found, AuthorizationServer other) =>
        RecordIdentities.AreOfOnePartner(found, other) || found.Issuer == (OwnIssuer(other) ?? other.Issuer);

    public override bool CanChange(AuthorizationServer found, AuthorizationServer wanted) => found.Realm == wanted.Realm;

    public override bool Says(AuthorizationServer found, AuthorizationServer wanted) =>
        found.AuthMetadataUrl == wanted.AuthMetadataUrl;

    public override bool Holds(AuthorizationServer found, AuthorizationServer wanted) =>
        TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(AuthorizationServer wanted) => SharePointCmdlets.NewIssuer(wanted, OwnIssuer(wanted));

    public override CmdletCall Change(AuthorizationServer found, AuthorizationServer wanted) =>
        SharePointCmdlets.SetIssuer(wanted with { Name = found.Name }, OwnIssuer(wanted));

    public override CmdletCall Remove(AuthorizationServer found) => SharePointCmdlets.RemoveIssuer(found.Name);

    /// <summary>Null where the document's own holds.</summary>
    private static string? OwnIssuer(AuthorizationServer record)
    {
        var identity = AuthorizationServerRules.IdentityOf(record.Issuer);
        return identity.Realm == record.Realm ? null : $"{identity.ApplicationIdentifier}@{record.Realm}";
    }
}
