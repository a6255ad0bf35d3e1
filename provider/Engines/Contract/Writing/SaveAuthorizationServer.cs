using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>The desired record; issuer and keys follow from the document and are copied again whenever it is written.</summary>
/// <param name="Server">Fqdn of the server that keeps the record.</param>
/// <param name="Draft">What it is to be.</param>
public sealed record SaveAuthorizationServer(string Server, AuthorizationServerDraft Draft)
{
    public string Name => Draft.Name;

    public Uri AuthMetadataUrl => Draft.AuthMetadataUrl;

    /// <summary>Which record may be touched; a new one unless another is named.</summary>
    public RecordGuard Guard { get; init; } = new RecordGuard.New();
}
