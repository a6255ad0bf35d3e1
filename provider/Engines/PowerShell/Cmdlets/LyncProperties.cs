namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What is read of the objects of Lync's cmdlets (powershell.md 8).</summary>
internal static class LyncProperties
{
    public const string AssignedThumbprint = "Thumbprint";
    public const string PreviousThumbprint = "PreviousThumbprint";
    public const string EffectiveDate = "EffectiveDate";

    public const string Identity = "Identity";
    public const string Name = "Name";
    public const string ApplicationIdentifier = "ApplicationIdentifier";
    public const string Realm = "Realm";
    public const string ApplicationTrustLevel = "ApplicationTrustLevel";
    public const string AcceptSecurityIdentifierInformation = "AcceptSecurityIdentifierInformation";
    public const string Enabled = "Enabled";
    public const string AuthToken = "AuthToken";

    public const string ServiceName = "ServiceName";
    public const string ExchangeAutodiscoverUrl = "ExchangeAutodiscoverUrl";
    public const string ExchangeAutodiscoverAllowedDomains = "ExchangeAutodiscoverAllowedDomains";

    public const string IssuerIdentifier = "IssuerIdentifier";
    public const string MetadataUrl = "MetadataUrl";
    public const string ServerType = "Type";
    public const string ClientAuthorizationOAuthServerIdentity = "ClientAuthorizationOAuthServerIdentity";
}
