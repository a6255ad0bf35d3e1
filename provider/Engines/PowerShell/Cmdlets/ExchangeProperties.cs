namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What is read of the objects of Exchange's cmdlets (powershell.md 8).</summary>
internal static class ExchangeProperties
{
    public const string OriginatingServer = "OriginatingServer";
    public const string Name = "Name";
    public const string Identity = "Identity";

    public const string CurrentCertificateThumbprint = "CurrentCertificateThumbprint";
    public const string PreviousCertificateThumbprint = "PreviousCertificateThumbprint";
    public const string NextCertificateThumbprint = "NextCertificateThumbprint";
    public const string NextCertificateEffectiveDate = "NextCertificateEffectiveDate";
    public const string RawData = "RawData";

    public const string ApplicationIdentifier = "ApplicationIdentifier";
    public const string Realm = "Realm";
    public const string AuthMetadataUrl = "AuthMetadataUrl";
    public const string UseAuthServer = "UseAuthServer";
    public const string Enabled = "Enabled";
    public const string AcceptSecurityIdentifierInformation = "AcceptSecurityIdentifierInformation";
    public const string CertificateStrings = "CertificateStrings";
    public const string Account = "LinkedAccount";
    public const string IssuerIdentifier = "IssuerIdentifier";

    public const string ServerType = "Type";
    public const string IsDefaultAuthorizationEndpoint = "IsDefaultAuthorizationEndpoint";

    public const string RecipientType = "RecipientType";
    public const string ExternalEmailAddress = "ExternalEmailAddress";
    public const string HiddenFromAddressListsEnabled = "HiddenFromAddressListsEnabled";
    public const string Role = "Role";
    public const string Default = "Default";
    public const string DomainName = "DomainName";
    public const string Address = "Address";
    public const string IncludeSubDomains = "IncludeSubDomains";
    public const string IsStar = "IsStar";
}
