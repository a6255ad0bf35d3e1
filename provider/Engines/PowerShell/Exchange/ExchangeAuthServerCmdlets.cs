using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Exchange;

/// <summary>Auth servers: names and URLs can be set, the type cannot.</summary>
internal sealed record ExchangeAuthServerCmdlets(ExchangeCmdlets Cmdlets) : RecordCmdlets<AuthorizationServer>
{
    public override bool CanRename => true;

    public override string NameOf(AuthorizationServer record) => record.Name;

    public override bool AreOfOnePartner(AuthorizationServer found, AuthorizationServer other) => RecordIdentities.AreOfOnePartner(found, other);

    public override bool CanChange(AuthorizationServer found, AuthorizationServer wanted) => found.Type == wanted.Type;

    public override bool Says(AuthorizationServer found, AuthorizationServer wanted) =>
        found.AuthMetadataUrl == wanted.AuthMetadataUrl;

    public override bool Holds(AuthorizationServer found, AuthorizationServer wanted) =>
        TrustedKeySets.AreSame(found.TrustedKeys, wanted.TrustedKeys);

    public override CmdletCall New(AuthorizationServer wanted) => Cmdlets.NewAuthServer(wanted);

    public override CmdletCall Change(AuthorizationServer found, AuthorizationServer wanted) => Cmdlets.SetAuthServer(found, wanted);

    public override IEnumerable<CmdletCall> Complete(AuthorizationServer? found, AuthorizationServer wanted) =>
        (found?.IsDefaultAuthorizationEndpoint ?? false) == wanted.IsDefaultAuthorizationEndpoint
            ? []
            : [Cmdlets.SetDefaultAuthorizationEndpoint(wanted)];

    public override CmdletCall Remove(AuthorizationServer found) => Cmdlets.RemoveAuthServer(found.Name);
}
