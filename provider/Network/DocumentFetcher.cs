using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Network;

/// <summary>Fetches over the wire what servers publish, emulated ones as well as real ones. What cannot be fetched or read is a fault.</summary>
public sealed class DocumentFetcher(HttpsNetwork network)
{
    public async Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken)
    {
        var answer = await network.GetDocumentAsync(url, trustAnySslCertificate, cancellationToken);
        return AuthMetadataReader.Read(answer.Body.Span, answer.ContentType, url);
    }
}
