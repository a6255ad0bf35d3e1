using PartnerTrust.Engines.Embedded.Hosts.Network;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Engines.Embedded;

/// <summary>Fetches over the wire what servers publish, the played ones as well as real ones.</summary>
internal sealed class HttpsMetadataSource(EmbeddedNetwork network) : IMetadataSource
{
    public async Task<AuthMetadataDocument> FetchAsync(Uri url, bool trustAnySslCertificate, CancellationToken cancellationToken)
    {
        var answer = await network.GetDocumentAsync(url, trustAnySslCertificate, cancellationToken);
        return AuthMetadataReader.Read(answer.Body.Span, answer.ContentType, url);
    }
}
