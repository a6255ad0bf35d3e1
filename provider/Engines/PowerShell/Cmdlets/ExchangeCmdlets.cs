using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using static PartnerTrust.Engines.PowerShell.Cmdlets.ExchangeProperties;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>The cmdlets of Exchange Server (domain.md 2.3, 4.3 to 4.5).</summary>
/// <param name="domainController">The one that every call reads and writes, so that what was written is seen at once; null as long as none is
/// known.</param>
internal sealed class ExchangeCmdlets(string? domainController)
{
    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Get-AuthConfig", CmdletEffect.Reads, ["DomainController"]),
        new(
            "Set-AuthConfig",
            CmdletEffect.Writes,
            [
                "NewCertificateThumbprint", "NewCertificateEffectiveDate", "PublishCertificate", "ClearPreviousCertificate",
                "Force", "DomainController", "Confirm",
            ]),
        new("Get-ExchangeCertificate", CmdletEffect.Reads, ["Server", "DomainController"]),
        new(
            "Import-ExchangeCertificate",
            CmdletEffect.Writes,
            ["FileData", "Password", "PrivateKeyExportable", "Server", "DomainController", "Confirm"]),
        new("Get-PartnerApplication", CmdletEffect.Reads, ["DomainController"]),
        new(
            "New-PartnerApplication",
            CmdletEffect.Writes,
            [
                "Name", "AuthMetadataUrl", "TrustAnySSLCertificate", "ApplicationIdentifier", "Realm", "AcceptSecurityIdentifierInformation",
                "Enabled", "LinkedAccount", "DomainController", "Confirm",
            ]),
        new(
            "Set-PartnerApplication",
            CmdletEffect.Writes,
            [
                "Identity", "Name", "AuthMetadataUrl", "TrustAnySSLCertificate", "RefreshAuthMetadata", "ApplicationIdentifier", "Realm",
                "AcceptSecurityIdentifierInformation", "Enabled", "LinkedAccount", "DomainController", "Confirm",
            ]),
        new("Remove-PartnerApplication", CmdletEffect.Writes, ["Identity", "DomainController", "Confirm"]),
        new("Get-AuthServer", CmdletEffect.Reads, ["DomainController"]),
        new("New-AuthServer", CmdletEffect.Writes, ["Name", "AuthMetadataUrl", "Type", "DomainController", "Confirm"]),
        new(
            "Set-AuthServer",
            CmdletEffect.Writes,
            ["Identity", "Name", "AuthMetadataUrl", "RefreshAuthMetadata", "IsDefaultAuthorizationEndpoint", "DomainController", "Confirm"]),
        new("Remove-AuthServer", CmdletEffect.Writes, ["Identity", "DomainController", "Confirm"]),
        new("Get-User", CmdletEffect.Reads, ["Identity", "DomainController"]),
        new("Get-MailUser", CmdletEffect.Reads, ["Identity", "DomainController"]),
        new("New-MailUser", CmdletEffect.Writes, ["Name", "ExternalEmailAddress", "OrganizationalUnit", "DomainController", "Confirm"]),
        new("Set-MailUser", CmdletEffect.Writes, ["Identity", "HiddenFromAddressListsEnabled", "DomainController", "Confirm"]),
        new(
            "Get-ManagementRoleAssignment",
            CmdletEffect.Reads,
            ["RoleAssignee", "AssignmentMethod", "Delegating", "DomainController"]),
        new("New-ManagementRoleAssignment", CmdletEffect.Writes, ["Role", "User", "DomainController", "Confirm"]),
        new("Remove-ManagementRoleAssignment", CmdletEffect.Writes, ["Identity", "DomainController", "Confirm"]),
        new("Get-AcceptedDomain", CmdletEffect.Reads, ["DomainController"]),
    ];

    public CmdletCall GetAuthConfig() => Read("Get-AuthConfig").Build(
        CurrentCertificateThumbprint, PreviousCertificateThumbprint, NextCertificateThumbprint, NextCertificateEffectiveDate, OriginatingServer);

    /// <summary>Stages a certificate; null withdraws the one that is staged, which is not documented.</summary>
    public CmdletCall StageCertificate(Thumbprint? thumbprint, DateTimeOffset? effective) => Write(
        new CallBuilder("Set-AuthConfig").TextOrNull("NewCertificateThumbprint", thumbprint?.Hex)
            .Date("NewCertificateEffectiveDate", effective).On("Force"));

    /// <summary>Makes the staged certificate the current one.</summary>
    public CmdletCall PublishCertificate() => Write(new CallBuilder("Set-AuthConfig").On("PublishCertificate").On("Force"));

    public CmdletCall ClearPreviousCertificate() => Write(new CallBuilder("Set-AuthConfig").On("ClearPreviousCertificate").On("Force"));

    /// <summary>All certificates of one server: fewer calls than to ask for each. Of what remoting leaves of them, only the bytes can be relied
    /// upon (powershell.md 8).</summary>
    /// <param name="server">Null for the one that the session is with.</param>
    public CmdletCall GetCertificates(string? server) =>
        Pinned(new CallBuilder("Get-ExchangeCertificate").Text("Server", server)).Build(RawData);

    public CmdletCall ImportCertificate(ImmutableArray<byte> pfx, string password, string? server) => Write(
        new CallBuilder("Import-ExchangeCertificate")
            .With("FileData", new CmdletValue.Bytes(pfx)).With("Password", new CmdletValue.Secret(password, IsSecure: true))
            .Flag("PrivateKeyExportable", true).Text("Server", server));

    /// <summary>All of them: asked for an identity that is not there, the cmdlet answers with all as well (domain.md 4.3).</summary>
    public CmdletCall GetPartnerApplications() => Read("Get-PartnerApplication").Build(
        Name, ApplicationIdentifier, Realm, AuthMetadataUrl, UseAuthServer, Enabled, AcceptSecurityIdentifierInformation, CertificateStrings,
        Account, $"{Account}.{Name}");

    public CmdletCall NewPartnerApplication(PartnerApplication record)
    {
        var call = new CallBuilder("New-PartnerApplication").Text(Name, record.Name);
        call = record.Source is PartnerSource.Metadata published
            ? call.Text(AuthMetadataUrl, published.Url.OriginalString).On("TrustAnySSLCertificate", published.TrustAnySslCertificate)
            : BehindAuthServer(call, record);
        return Write(WithProperties(call, record).Text(Account, record.LinkedAccount?.Name));
    }

    /// <summary>Says everything again. The keys are read again from the same URL, or from another.</summary>
    /// <param name="found">The record that is there.</param>
    /// <param name="wanted">What is to be there, of the same partner.</param>
    public CmdletCall SetPartnerApplication(PartnerApplication found, PartnerApplication wanted)
    {
        var call = new CallBuilder("Set-PartnerApplication").Text(Identity, found.Name)
            .Text(Name, found.Name == wanted.Name ? null : wanted.Name);
        call = wanted.Source switch
        {
            PartnerSource.Metadata { TrustAnySslCertificate: false } same when (found.Source as PartnerSource.Metadata)?.Url == same.Url =>
                call.On("RefreshAuthMetadata"),
            PartnerSource.Metadata published =>
                call.Text(AuthMetadataUrl, published.Url.OriginalString).On("TrustAnySSLCertificate", published.TrustAnySslCertificate),
            _ => BehindAuthServer(call, wanted),
        };
        call = WithProperties(call, wanted);
        return Write((found.LinkedAccount, wanted.LinkedAccount) is (null, null) ? call : call.TextOrNull(Account, wanted.LinkedAccount?.Name));
    }

    public CmdletCall RemovePartnerApplication(string name) => Write(new CallBuilder("Remove-PartnerApplication").Text(Identity, name));

    public CmdletCall GetAuthServers() =>
        Read("Get-AuthServer").Build(
            Name, IssuerIdentifier, Realm, AuthMetadataUrl, CertificateStrings, ServerType, IsDefaultAuthorizationEndpoint);

    public CmdletCall NewAuthServer(AuthorizationServer record) => Write(
        new CallBuilder("New-AuthServer").Text(Name, record.Name).Text(AuthMetadataUrl, record.AuthMetadataUrl.OriginalString)
            .Text(ServerType, record.Type?.ToString()));

    /// <summary>Sends clients without a token there to sign in, or no longer. A cmdlet set of its own has the switch.</summary>
    public CmdletCall SetDefaultAuthorizationEndpoint(AuthorizationServer record) => Write(
        new CallBuilder("Set-AuthServer").Text(Identity, record.Name).Flag(IsDefaultAuthorizationEndpoint, record.IsDefaultAuthorizationEndpoint));

    public CmdletCall SetAuthServer(AuthorizationServer found, AuthorizationServer wanted)
    {
        var call = new CallBuilder("Set-AuthServer").Text(Identity, found.Name).Text(Name, found.Name == wanted.Name ? null : wanted.Name);
        return Write(found.AuthMetadataUrl == wanted.AuthMetadataUrl
            ? call.On("RefreshAuthMetadata")
            : call.Text(AuthMetadataUrl, wanted.AuthMetadataUrl.OriginalString));
    }

    public CmdletCall RemoveAuthServer(string name) => Write(new CallBuilder("Remove-AuthServer").Text(Identity, name));

    public CmdletCall GetUser(string identity) => Pinned(new CallBuilder("Get-User").Text(Identity, identity)).Build(RecipientType);

    public CmdletCall GetMailUser(string identity) =>
        Pinned(new CallBuilder("Get-MailUser").Text(Identity, identity)).Build(ExternalEmailAddress, HiddenFromAddressListsEnabled);

    /// <param name="name">The account's own name.</param>
    /// <param name="address">Where its mail would go.</param>
    /// <param name="folder">The organizational unit, in canonical form; null for the usual one.</param>
    public CmdletCall NewMailUser(string name, string address, string? folder) => Write(
        new CallBuilder("New-MailUser").Text(Name, name).Text(ExternalEmailAddress, address).Text("OrganizationalUnit", folder));

    public CmdletCall HideMailUser(string identity) =>
        Write(new CallBuilder("Set-MailUser").Text(Identity, identity).Flag(HiddenFromAddressListsEnabled, true));

    /// <summary>The roles that the account has itself, not those that it has as a member of a group.</summary>
    public CmdletCall GetRoleAssignments(string account) => Pinned(
        new CallBuilder("Get-ManagementRoleAssignment")
            .Text("RoleAssignee", account).Text("AssignmentMethod", "Direct").Flag("Delegating", false))
        .Build(Identity, Role, Enabled);

    public CmdletCall AssignRole(string role, string account) =>
        Write(new CallBuilder("New-ManagementRoleAssignment").Text(Role, role).Text("User", account));

    public CmdletCall RemoveRoleAssignment(string identity) => Write(new CallBuilder("Remove-ManagementRoleAssignment").Text(Identity, identity));

    public CmdletCall GetAcceptedDomains() => Read("Get-AcceptedDomain").Build(
        Default, $"{DomainName}.{Address}", $"{DomainName}.{IncludeSubDomains}", $"{DomainName}.{IsStar}");

    private static CallBuilder BehindAuthServer(CallBuilder call, PartnerApplication record) =>
        call.Text(ApplicationIdentifier, record.ApplicationIdentifier).Text(Realm, record.Realm is "" or "*" ? null : record.Realm);

    private static CallBuilder WithProperties(CallBuilder call, PartnerApplication record) => call
        .Flag(AcceptSecurityIdentifierInformation, record.AcceptSecurityIdentifierInformation).Flag(Enabled, record.Enabled);

    private CallBuilder Read(string cmdlet) => Pinned(new CallBuilder(cmdlet));

    private CmdletCall Write(CallBuilder call) => Pinned(call).Unconfirmed().Build();

    private CallBuilder Pinned(CallBuilder call) => call.Text("DomainController", domainController);
}
