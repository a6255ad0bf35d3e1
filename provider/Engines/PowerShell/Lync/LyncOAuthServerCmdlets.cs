using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;

namespace PartnerTrust.Engines.PowerShell.Lync;

/// <summary>Neither name nor realm can be set on one that is there, nor a type taken away.</summary>
internal sealed record LyncOAuthServerCmdlets : RecordCmdlets<AuthorizationServer>
{
    public override string NameOf(AuthorizationServer record) => record.Name;

    public override bool AreOfOnePartner(AuthorizationServer found, AuthorizationServer other) => RecordIdentities.AreOfOnePartner(found, other);

    public override bool CanChange(AuthorizationServer found, AuthorizationServer wanted) =>
        found.Realm == wanted.Realm && (wanted.Type is not null || found.Type is null);

    public override bool Says(AuthorizationServer found, AuthorizationServer wanted) =>
        (found.AuthMetadataUrl, found.Type) == (wanted.AuthMetadataUrl, wanted.Type);

    public override bool Holds(AuthorizationServer found, AuthorizationServer wanted) =>
        TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(AuthorizationServer wanted) => LyncCmdlets.NewOAuthServer(
        wanted, AuthorizationServerRules.IdentityOf(wanted.Issuer).Realm == wanted.Realm ? null : wanted.Realm);

    public override CmdletCall Change(AuthorizationServer found, AuthorizationServer wanted) =>
        LyncCmdlets.SetOAuthServer(wanted with { Name = found.Name });

    public override CmdletCall Remove(AuthorizationServer found) => LyncCmdlets.RemoveOAuthServer(found.Name);
}
