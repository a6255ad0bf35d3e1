namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>The desired record; issuer and keys follow from the document and are copied again whenever it is written.</summary>
/// <param name="Server">Fqdn of the server that keeps the record.</param>
/// <param name="Name">Unique on that server.</param>
/// <param name="AuthMetadataUrl">Where the authorization server publishes.</param>
/// <param name="Realm">Null for the document's own.</param>
public sealed record SaveAuthorizationServer(string Server, string Name, Uri AuthMetadataUrl, string? Realm)
{
    /// <summary>Which record may be touched; a new one unless another is named.</summary>
    public RecordGuard Guard { get; init; } = new RecordGuard.New();
}
