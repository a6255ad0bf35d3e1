namespace PartnerTrust.Trust.Partners;

/// <summary>An authorization server as someone wants a server to trust it; its issuer and keys follow from its document.</summary>
/// <param name="Name">Unique on that server.</param>
/// <param name="AuthMetadataUrl">Where it publishes.</param>
/// <param name="Realm">Null for the document's own.</param>
public sealed record AuthorizationServerDraft(string Name, Uri AuthMetadataUrl, string? Realm)
{
    /// <summary>Null where it is not said.</summary>
    public AuthorizationServerType? Type { get; init; }

    /// <summary>Exchange only.</summary>
    public bool IsDefaultAuthorizationEndpoint { get; init; }
}
