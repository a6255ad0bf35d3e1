namespace PartnerTrust.Trust.Partners;

/// <summary>Whose authorization server it is, as <c>New-CsOAuthServer -Type</c> and <c>New-AuthServer -Type</c> have it (domain.md 4.2, 4.5). The
/// names are the wire values of <c>AuthorizationServer.type</c>.</summary>
public enum AuthorizationServerType
{
    /// <summary>Microsoft Entra ID: signs clients in (modern authentication). It publishes federation metadata.</summary>
    AzureAD,

    /// <summary>Active Directory Federation Services: signs clients in. It publishes federation metadata.</summary>
    ADFS,

    /// <summary>Access Control: issues tokens for servers that call one another. It publishes an auth metadata document.</summary>
    MicrosoftACS,
}
