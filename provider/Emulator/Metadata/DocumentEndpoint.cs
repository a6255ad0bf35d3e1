using System.Collections.Immutable;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Emulator.Metadata;

/// <summary>Serves the metadata documents that were published, as they stand at this moment, to anyone (domain.md 3.1).</summary>
internal sealed class DocumentEndpoint(IHostBackend backend, ISigningKeys keys)
{
    private const int HttpsPort = 443;

    /// <summary>False when nothing is published at the URL of the request.</summary>
    public async Task<bool> TryAnswerAsync(HostRequest request)
    {
        var url = new UriBuilder(Uri.UriSchemeHttps, request.Host, await PortAsync(request)) { Path = request.Http.Request.Path }.Uri;
        if (await backend.FindPublisherAsync(url, request.Aborted) is not { } publisher)
        {
            return false;
        }

        var slots = await backend.ReadCertificateSlotsAsync(publisher.Fqdn, request.Aborted);
        var signing = CertificateRules.Signing(slots, publisher.Product, request.Now);
        var hasKey = signing is not null && await keys.FindSigningKeyAsync(publisher.Fqdn, signing.Thumbprint, request.Aborted) is not null;
        var copies = await CopiesAsync(publisher, request.Aborted);
        if (AuthMetadata.Obstacle(publisher, slots, request.Host, hasKey, copies, request.Now) is not null)
        {
            await Answers.WriteAsync(request.Http, 500, Answers.Text, ErrorPage(signing));
            return true;
        }

        var configuration = await backend.ReadOAuthConfigurationAsync(publisher.Fqdn, request.Aborted);
        var document = AuthMetadata.Of(publisher, configuration, slots, url, request.Now);
        await (AuthMetadata.IsFederation(publisher, url)
            ? Answers.WriteAsync(request.Http, 200, Answers.Xml, FederationMetadataWriter.Write(document))
            : Answers.WriteAsync(request.Http, 200, Answers.Json, AuthMetadataWriter.Write(document, publisher.Product)));
        return true;
    }

    /// <summary>The port that the client meant: who comes by another than the server's, as through a tunnel, means that of https.</summary>
    private async Task<int> PortAsync(HostRequest request) =>
        request.Http.Request.Host.Port is { } named && await backend.ListensAsync(request.Server, named, request.Aborted) ? named : HttpsPort;

    private async Task<ImmutableArray<CertificateCopy>> CopiesAsync(Server publisher, CancellationToken cancellationToken)
    {
        if (publisher.Members.IsEmpty)
        {
            return [];
        }

        var state = await backend.ReadReceiverStateAsync(new ReceiverQuery(publisher.Fqdn, [], []), cancellationToken);
        return state.MemberCopies.GetValueOrDefault(publisher.Fqdn, []);
    }

    // What a browser shows on the server itself: the thumbprint is the one thing in it that helps (domain.md 3.4, 8 row 3).
    private static string ErrorPage(SigningCertificate? signing) => signing is null
        ? "500 - No certificate is configured to sign tokens with."
        : $"500 - The certificate with thumbprint {signing.Thumbprint} could not be found, has no private key, or has expired.";
}
