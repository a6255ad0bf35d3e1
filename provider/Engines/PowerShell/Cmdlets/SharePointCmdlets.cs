using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using static PartnerTrust.Engines.PowerShell.Cmdlets.SharePointProperties;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The cmdlets of SharePoint Server (domain.md 2.4, 4.7). The parameter sets of 2013 to 2019 differ from those of the Subscription
/// Edition (powershell.md 12): every call here is in a set of both.</summary>
internal static class SharePointCmdlets
{
    public const string AppPrincipal = "appPrincipal";

    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Get-SPSecurityTokenServiceConfig", CmdletEffect.Reads, []),
        new(
            "Set-SPSecurityTokenServiceConfig",
            CmdletEffect.Writes,
            ["ImportSigningCertificate", "SigningCertificateThumbprint", "Confirm"]),
        new("Get-SPTrustedSecurityTokenIssuer", CmdletEffect.Reads, []),
        new(
            "New-SPTrustedSecurityTokenIssuer",
            CmdletEffect.Writes,
            ["Name", "MetadataEndPoint", "Certificate", "RegisteredIssuerName", "IsTrustBroker", "Confirm"]),
        new(
            "Set-SPTrustedSecurityTokenIssuer",
            CmdletEffect.Writes,
            ["Identity", "MetadataEndPoint", "Certificate", "RegisteredIssuerName", "IsTrustBroker", "Confirm"]),
        new("Remove-SPTrustedSecurityTokenIssuer", CmdletEffect.Writes, ["Identity", "Confirm"]),
        new("Get-SPAppPrincipal", CmdletEffect.Reads, ["NameIdentifier", "Site"]),
        new(
            "Set-SPAppPrincipalPermission",
            CmdletEffect.Writes,
            ["AppPrincipal", "Site", "Scope", "Right", "EnableAppOnlyPolicy", "Confirm"]),
    ];

    public static CmdletCall GetTokenServiceConfig() =>
        new CallBuilder("Get-SPSecurityTokenServiceConfig").Build($"{LocalLoginProvider}.{KeyCertificate}.{RawData}");

    public static CmdletCall ImportSigningCertificate(ImmutableArray<byte> pfx, string password) =>
        new CallBuilder("Set-SPSecurityTokenServiceConfig")
            .With("ImportSigningCertificate", new CmdletValue.Certificate(pfx, password)).Unconfirmed().Build();

    /// <summary>A certificate of the machine's store. In which of its folders the farm looks is not documented.</summary>
    public static CmdletCall UseSigningCertificate(Thumbprint thumbprint) =>
        new CallBuilder("Set-SPSecurityTokenServiceConfig").Text("SigningCertificateThumbprint", thumbprint.Hex).Unconfirmed().Build();

    public static CmdletCall GetIssuers() => new CallBuilder("Get-SPTrustedSecurityTokenIssuer")
        .Build(Name, RegisteredIssuerName, MetadataEndPoint, $"{KeyCertificate}.{RawData}", IsSelfIssuer);

    public static CmdletCall NewIssuer(PartnerApplication record) =>
        WithSource(new CallBuilder("New-SPTrustedSecurityTokenIssuer").Text(Name, record.Name), record);

    /// <summary>Says everything again, so that the key is copied again (domain.md 3.5).</summary>
    public static CmdletCall SetIssuer(PartnerApplication record) =>
        WithSource(new CallBuilder("Set-SPTrustedSecurityTokenIssuer").Text("Identity", record.Name), record);

    public static CmdletCall RemoveIssuer(string name) =>
        new CallBuilder("Remove-SPTrustedSecurityTokenIssuer").Text("Identity", name).Unconfirmed().Build();

    /// <param name="record">What is to be there.</param>
    /// <param name="issuer">Its name, where that is another than the document's own: only the Subscription Edition takes it; else null.</param>
    public static CmdletCall NewIssuer(AuthorizationServer record, string? issuer) =>
        WithUrl(new CallBuilder("New-SPTrustedSecurityTokenIssuer").Text(Name, record.Name), record, issuer);

    /// <summary>As <see cref="NewIssuer(AuthorizationServer, string?)"/>, of one that is there.</summary>
    public static CmdletCall SetIssuer(AuthorizationServer record, string? issuer) =>
        WithUrl(new CallBuilder("Set-SPTrustedSecurityTokenIssuer").Text("Identity", record.Name), record, issuer);

    /// <summary>The principal as which the partner's calls run; it stays in the shell for <see cref="GrantFullControl"/>.</summary>
    /// <param name="issuer"><c>application@realm</c>.</param>
    /// <param name="site">URL of a web application's root.</param>
    public static CmdletCall GetAppPrincipal(string issuer, Uri site) => new CallBuilder("Get-SPAppPrincipal")
        .Text("NameIdentifier", issuer).Text("Site", site.AbsoluteUri).Build() with
    { Keep = AppPrincipal };

    /// <summary>What the vendor's procedure gives Exchange (domain.md 4.7).</summary>
    public static CmdletCall GrantFullControl(Uri site) => new CallBuilder("Set-SPAppPrincipalPermission")
        .With("AppPrincipal", new CmdletValue.Kept(AppPrincipal)).Text("Site", site.AbsoluteUri)
        .Text("Scope", "SiteSubscription").Text("Right", "FullControl").On("EnableAppOnlyPolicy").Unconfirmed().Build();

    private static CmdletCall WithSource(CallBuilder call, PartnerApplication record)
    {
        call = record.Source switch
        {
            PartnerSource.Metadata published => call.Text(MetadataEndPoint, published.Url.OriginalString),
            PartnerSource.Certificate { Key: { } key } => call
                .With("Certificate", new CmdletValue.Certificate(key.Der, null)).Text(RegisteredIssuerName, record.Issuer),
            _ => throw new ArgumentException("SharePoint has no partners behind an authorization server.", nameof(record)),
        };
        return call.On("IsTrustBroker", record.IsTrustBroker).Unconfirmed().Build();
    }

    private static CmdletCall WithUrl(CallBuilder call, AuthorizationServer record, string? issuer) =>
        call.Text(MetadataEndPoint, record.AuthMetadataUrl.OriginalString).Text(RegisteredIssuerName, issuer).Unconfirmed().Build();
}
