using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.PowerShell.Cmdlets;

/// <summary>Every call that the factories can make, in every form.</summary>
internal static class EveryCall
{
    private static readonly ImmutableArray<byte> Pfx = [1, 2, 3];
    private static readonly Thumbprint Key = Certs.Public(0).Thumbprint;
    private static readonly PartnerSource Given = new PartnerSource.Certificate("app", "farm", Certs.Public(0));
    private static readonly PartnerSource Behind = new PartnerSource.AuthorizationServer("app", "tenant");
    private static readonly PartnerSource AnyTls = new PartnerSource.Metadata(Estate.Lync.MetadataUrl, true);
    private static readonly PartnerSource Elsewhere = new PartnerSource.Metadata(new Uri("https://pool02.litwareinc.com/metadata/json/1"), false);

    private static readonly AuthorizationServer Authority = new(
        "", "sts", Estate.TokenServer.MetadataUrl, Litware.Realm, Estate.TokenServer.Issuer, [Certs.Public(0)]);

    private static readonly AuthorizationServer ForClients = Authority with
    {
        Type = AuthorizationServerType.ADFS,
        IsDefaultAuthorizationEndpoint = true,
    };

    public static IEnumerable<CmdletCall> All => [.. Lync, .. Exchange(new ExchangeCmdlets("dc1")), .. SharePoint, .. SharePointIssuers];

    public static IEnumerable<CmdletCall> Lync =>
    [
        LyncCmdlets.GetCertificate(),
        LyncCmdlets.AssignCertificate(Key, null),
        LyncCmdlets.AssignCertificate(Key, Certs.Now),
        LyncCmdlets.ImportCertificate(Pfx, "secret", null),
        LyncCmdlets.ImportCertificate(Pfx, "secret", Certs.Now),
        LyncCmdlets.RemoveCertificate(previous: true),
        LyncCmdlets.RemoveCertificate(previous: false),
        LyncCmdlets.GetPartnerApplications(),
        LyncCmdlets.NewPartnerApplication(States.OnLync),
        LyncCmdlets.NewPartnerApplication(States.OnLync with { Source = Given }),
        LyncCmdlets.NewPartnerApplication(States.OnLync with { Source = Behind }),
        LyncCmdlets.NewPartnerApplication(States.OnLync with { Source = Behind, Realm = "" }),
        LyncCmdlets.SetPartnerApplication(States.OnLync),
        LyncCmdlets.SetPartnerApplication(States.OnLync with { Source = Given }),
        LyncCmdlets.SetPartnerApplication(States.OnLync with { Source = Behind }),
        LyncCmdlets.RemovePartnerApplication("Exchange"),
        LyncCmdlets.GetOAuthConfiguration(),
        LyncCmdlets.SetOAuthConfiguration(
            Estate.LyncSettings, new OAuthConfiguration("", "contoso.com", "other", null, ["*.contoso.com"])),
        LyncCmdlets.SetOAuthConfiguration(
            Estate.LyncSettings with { ExchangeAutodiscoverAllowedDomains = ["*.contoso.com"] }, Estate.LyncSettings),
        LyncCmdlets.SetOAuthConfiguration(Estate.LyncSettings, Estate.LyncSettings with { ClientAuthorizationServer = "adfs" }),
        LyncCmdlets.GetOAuthServers(),
        LyncCmdlets.NewOAuthServer(Authority, null),
        LyncCmdlets.NewOAuthServer(Authority, "tenant"),
        LyncCmdlets.NewOAuthServer(ForClients, null),
        LyncCmdlets.SetOAuthServer(Authority),
        LyncCmdlets.SetOAuthServer(ForClients),
        LyncCmdlets.RemoveOAuthServer("sts"),
        MachineCmdlets.GetCertificates([Key]),
        MachineCmdlets.GetDate(),
    ];

    public static IEnumerable<CmdletCall> SharePoint =>
    [
        SharePointCmdlets.GetTokenServiceConfig(),
        SharePointCmdlets.ImportSigningCertificate(Pfx, "secret"),
        SharePointCmdlets.UseSigningCertificate(Key),
        SharePointCmdlets.GetIssuers(),
        SharePointCmdlets.RemoveIssuer("Exchange"),
        SharePointCmdlets.NewIssuer(Authority, "app@farm"),
        SharePointCmdlets.SetIssuer(Authority, "app@farm"),
        SharePointCmdlets.GetAppPrincipal(Estate.Exchange.Issuer, new Uri("https://sp.litwareinc.com")),
        SharePointCmdlets.GrantFullControl(new Uri("https://sp.litwareinc.com")),
    ];

    /// <summary>Those of which the parameter sets differ between the releases.</summary>
    public static IEnumerable<CmdletCall> SharePointIssuers =>
    [
        SharePointCmdlets.NewIssuer(States.OnLync),
        SharePointCmdlets.NewIssuer(States.OnLync with { Source = Given }),
        SharePointCmdlets.SetIssuer(States.OnLync),
        SharePointCmdlets.SetIssuer(States.OnLync with { Source = Given }),
        SharePointCmdlets.NewIssuer(Authority, null),
        SharePointCmdlets.SetIssuer(Authority, null),
    ];

    public static IEnumerable<CmdletCall> Exchange(ExchangeCmdlets cmdlets) =>
    [
        cmdlets.GetAuthConfig(),
        cmdlets.StageCertificate(Key, Certs.Now),
        cmdlets.StageCertificate(null, null),
        cmdlets.PublishCertificate(),
        cmdlets.ClearPreviousCertificate(),
        cmdlets.GetCertificates("exch01.litwareinc.com"),
        cmdlets.GetCertificates(null),
        cmdlets.ImportCertificate(Pfx, "secret", "exch01.litwareinc.com"),
        cmdlets.ImportCertificate(Pfx, "secret", null),
        cmdlets.GetPartnerApplications(),
        cmdlets.NewPartnerApplication(States.OnExchange),
        cmdlets.NewPartnerApplication(States.OnExchange with { Source = AnyTls, LinkedAccount = null }),
        cmdlets.NewPartnerApplication(States.OnExchange with { Source = Behind }),
        cmdlets.SetPartnerApplication(States.OnExchange, States.OnExchange),
        cmdlets.SetPartnerApplication(States.OnExchange, States.OnExchange with { Name = "Lync 2", Source = Elsewhere, LinkedAccount = null }),
        cmdlets.SetPartnerApplication(States.OnExchange, States.OnExchange with { Source = AnyTls }),
        cmdlets.SetPartnerApplication(States.OnExchange with { Source = Behind }, States.OnExchange with { Source = Behind }),
        cmdlets.RemovePartnerApplication("Lync"),
        cmdlets.GetAuthServers(),
        cmdlets.NewAuthServer(Authority),
        cmdlets.NewAuthServer(ForClients),
        cmdlets.SetDefaultAuthorizationEndpoint(ForClients),
        cmdlets.SetDefaultAuthorizationEndpoint(Authority),
        cmdlets.SetAuthServer(Authority, Authority),
        cmdlets.SetAuthServer(Authority, Authority with { Name = "sts 2", AuthMetadataUrl = Estate.Lync.MetadataUrl }),
        cmdlets.RemoveAuthServer("sts"),
        cmdlets.GetUser("account"),
        cmdlets.GetMailUser("account"),
        cmdlets.NewMailUser("account", "account@litwareinc.com", "litwareinc.com/Users"),
        cmdlets.HideMailUser("account"),
        cmdlets.GetRoleAssignments("account"),
        cmdlets.AssignRole("UserApplication", "account"),
        cmdlets.RemoveRoleAssignment("UserApplication-account"),
        cmdlets.GetAcceptedDomains(),
    ];
}
