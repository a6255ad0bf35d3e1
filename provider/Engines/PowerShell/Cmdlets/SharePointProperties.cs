namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What is read of the objects of SharePoint's cmdlets (powershell.md 8).</summary>
internal static class SharePointProperties
{
    public const string Name = "Name";
    public const string RegisteredIssuerName = "RegisteredIssuerName";
    public const string MetadataEndPoint = "MetadataEndPoint";
    public const string KeyCertificate = "SigningCertificate";
    public const string IsSelfIssuer = "IsSelfIssuer";
    public const string LocalLoginProvider = "LocalLoginProvider";
    public const string RawData = "RawData";
}
