using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using static PartnerTrust.Engines.PowerShell.Cmdlets.LyncProperties;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The cmdlets of Lync and Skype for Business Server (domain.md 2.2, 4.1, 4.2).</summary>
internal static class LyncCmdlets
{
    private const string Global = "global";

    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Get-CsCertificate", CmdletEffect.Reads, ["Type", "Identity"]),
        new("Set-CsCertificate", CmdletEffect.Writes, ["Identity", "Type", "Thumbprint", "EffectiveDate", "Roll", "Force", "Confirm"]),
        new("Import-CsCertificate", CmdletEffect.Writes, ["Identity", "Type", "Path", "Password", "EffectiveDate", "Roll", "Force", "Confirm"]),
        new("Remove-CsCertificate", CmdletEffect.Writes, ["Identity", "Type", "Previous", "Force", "Confirm"]),
        new("Get-CsPartnerApplication", CmdletEffect.Reads, []),
        new(
            "New-CsPartnerApplication",
            CmdletEffect.Writes,
            [
                "Identity", "MetadataUrl", "ApplicationIdentifier", "Realm", "CertificateRawData", "UseOAuthServer",
                "ApplicationTrustLevel", "AcceptSecurityIdentifierInformation", "Enabled", "Confirm",
            ]),
        new(
            "Set-CsPartnerApplication",
            CmdletEffect.Writes,
            [
                "Identity", "MetadataUrl", "CertificateRawData", "UseOAuthServer",
                "ApplicationTrustLevel", "AcceptSecurityIdentifierInformation", "Enabled", "Confirm",
            ]),
        new("Remove-CsPartnerApplication", CmdletEffect.Writes, ["Identity", "Force", "Confirm"]),
        new("Get-CsOAuthConfiguration", CmdletEffect.Reads, ["Identity"]),
        new(
            "Set-CsOAuthConfiguration",
            CmdletEffect.Writes,
            ["Identity", "Realm", "ServiceName", "ExchangeAutodiscoverUrl", "ExchangeAutodiscoverAllowedDomains", "ClientAuthorizationOAuthServerIdentity", "Confirm"]),
        new("Get-CsOAuthServer", CmdletEffect.Reads, []),
        new("New-CsOAuthServer", CmdletEffect.Writes, ["Identity", "MetadataUrl", "Realm", "Type", "Confirm"]),
        new("Set-CsOAuthServer", CmdletEffect.Writes, ["Identity", "MetadataUrl", "Type", "Confirm"]),
        new("Remove-CsOAuthServer", CmdletEffect.Writes, ["Identity", "Force", "Confirm"]),
    ];

    /// <summary>What is assigned in the whole deployment.</summary>
    public static CmdletCall GetCertificate() => new CallBuilder("Get-CsCertificate")
        .Text("Type", "OAuthTokenIssuer").Text("Identity", Global)
        .Build(AssignedThumbprint, PreviousThumbprint, EffectiveDate);

    /// <summary>Assigns a certificate of this machine's store, once for all Front Ends (domain.md 2.2 rule 1).</summary>
    /// <param name="thumbprint">Which.</param>
    /// <param name="effective">When it takes effect; null for at once.</param>
    public static CmdletCall AssignCertificate(Thumbprint thumbprint, DateTimeOffset? effective) =>
        OfTokenIssuer("Set-CsCertificate").Text("Thumbprint", thumbprint.Hex)
            .Date("EffectiveDate", effective).On("Roll", effective is not null).On("Force").Unconfirmed().Build();

    /// <summary>Imports a certificate and assigns it by one call.</summary>
    /// <param name="pfx">PKCS#12.</param>
    /// <param name="password">A one-time one: the parameter is plain text, which the server may log.</param>
    /// <param name="effective">When it takes effect; null for at once.</param>
    public static CmdletCall ImportCertificate(ImmutableArray<byte> pfx, string password, DateTimeOffset? effective) =>
        OfTokenIssuer("Import-CsCertificate")
            .With("Path", new CmdletValue.File(pfx)).With("Password", new CmdletValue.Secret(password, IsSecure: false))
            .Date("EffectiveDate", effective).On("Roll", effective is not null).On("Force").Unconfirmed().Build();

    /// <summary>Un-assigns the certificate, or the previous one alone; neither is deleted.</summary>
    public static CmdletCall RemoveCertificate(bool previous) =>
        OfTokenIssuer("Remove-CsCertificate").On("Previous", previous).On("Force").Unconfirmed().Build();

    public static CmdletCall GetPartnerApplications() => new CallBuilder("Get-CsPartnerApplication").Build(
        Identity, Name, ApplicationIdentifier, Realm, ApplicationTrustLevel, AcceptSecurityIdentifierInformation, Enabled, AuthToken);

    public static CmdletCall NewPartnerApplication(PartnerApplication record)
    {
        var call = new CallBuilder("New-CsPartnerApplication").Text(Identity, record.Name);
        if (record.Source is not PartnerSource.Metadata)
        {
            call.Text(ApplicationIdentifier, record.ApplicationIdentifier).Text(Realm, RealmOf(record));
        }

        return WithProperties(call, record);
    }

    /// <summary>Everything is said again, so that the keys are copied again (domain.md 3.5).</summary>
    public static CmdletCall SetPartnerApplication(PartnerApplication record) =>
        WithProperties(new CallBuilder("Set-CsPartnerApplication").Text(Identity, record.Name), record);

    public static CmdletCall RemovePartnerApplication(string name) =>
        new CallBuilder("Remove-CsPartnerApplication").Text(Identity, name).On("Force").Unconfirmed().Build();

    public static CmdletCall GetOAuthConfiguration() => new CallBuilder("Get-CsOAuthConfiguration").Text(Identity, Global)
        .Build(Realm, ServiceName, ExchangeAutodiscoverUrl, ExchangeAutodiscoverAllowedDomains, ClientAuthorizationOAuthServerIdentity);

    /// <summary>Writes what differs.</summary>
    /// <param name="found">What is there.</param>
    /// <param name="wanted">What is to be there; a property without a value is cleared by <c>$null</c>, which is not documented.</param>
    public static CmdletCall SetOAuthConfiguration(OAuthConfiguration found, OAuthConfiguration wanted)
    {
        var call = new CallBuilder("Set-CsOAuthConfiguration").Text(Identity, Global)
            .Text(Realm, found.Realm == wanted.Realm ? null : wanted.Realm)
            .Text(ServiceName, found.ServiceName == wanted.ServiceName ? null : wanted.ServiceName);
        if (found.ExchangeAutodiscoverUrl != wanted.ExchangeAutodiscoverUrl)
        {
            call.TextOrNull(ExchangeAutodiscoverUrl, wanted.ExchangeAutodiscoverUrl?.OriginalString);
        }

        if (!found.ExchangeAutodiscoverAllowedDomains.SequenceEqual(wanted.ExchangeAutodiscoverAllowedDomains))
        {
            call.TextOrNull(
                ExchangeAutodiscoverAllowedDomains,
                wanted.ExchangeAutodiscoverAllowedDomains.IsEmpty ? null : string.Join(';', wanted.ExchangeAutodiscoverAllowedDomains));
        }

        if (found.ClientAuthorizationServer != wanted.ClientAuthorizationServer)
        {
            call.TextOrNull(ClientAuthorizationOAuthServerIdentity, wanted.ClientAuthorizationServer);
        }

        return call.Unconfirmed().Build();
    }

    public static CmdletCall GetOAuthServers() =>
        new CallBuilder("Get-CsOAuthServer").Build(Identity, Name, IssuerIdentifier, Realm, MetadataUrl, ServerType);

    /// <param name="record">What is to be there.</param>
    /// <param name="realm">Another than the document's own; else null.</param>
    public static CmdletCall NewOAuthServer(AuthorizationServer record, string? realm) => new CallBuilder("New-CsOAuthServer")
        .Text(Identity, record.Name).Text(MetadataUrl, record.AuthMetadataUrl.OriginalString).Text(Realm, realm)
        .Text(ServerType, record.Type?.ToString()).Unconfirmed().Build();

    public static CmdletCall SetOAuthServer(AuthorizationServer record) => new CallBuilder("Set-CsOAuthServer")
        .Text(Identity, record.Name).Text(MetadataUrl, record.AuthMetadataUrl.OriginalString).Text(ServerType, record.Type?.ToString())
        .Unconfirmed().Build();

    public static CmdletCall RemoveOAuthServer(string name) =>
        new CallBuilder("Remove-CsOAuthServer").Text(Identity, name).On("Force").Unconfirmed().Build();

    private static CallBuilder OfTokenIssuer(string cmdlet) =>
        new CallBuilder(cmdlet).Text("Identity", Global).Text("Type", "OAuthTokenIssuer");

    /// <summary>Behind an authorization server the realm may be any, which is said by leaving it out.</summary>
    private static string? RealmOf(PartnerApplication record) => record.Realm is "" or "*" ? null : record.Realm;

    private static CmdletCall WithProperties(CallBuilder call, PartnerApplication record)
    {
        call = record.Source switch
        {
            PartnerSource.Metadata published => call.Text(MetadataUrl, published.Url.OriginalString),
            PartnerSource.Certificate { Key: { } key } => call.Text("CertificateRawData", Convert.ToBase64String(key.Der.AsSpan())),
            _ => call.On("UseOAuthServer"),
        };
        return call.Text(ApplicationTrustLevel, (record.TrustLevel ?? TrustLevel.Full).ToString())
            .Flag(AcceptSecurityIdentifierInformation, record.AcceptSecurityIdentifierInformation)
            .Flag(Enabled, record.Enabled).Unconfirmed().Build();
    }
}
