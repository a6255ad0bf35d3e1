using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.Documents;

/// <summary>What a server publishes, whoever makes it do so.</summary>
internal static class PublishedDocuments
{
    private static readonly string Nothing = FaultCatalogue.NothingAtUrl(Somewhere).Code;
    private static readonly string Fails = FaultCatalogue.ServerFails(Somewhere, 500, "").Code;
    private static readonly string[] Answers = [Nothing, Fails];

    private static Uri Somewhere => new("https://localhost/");

    /// <summary>Whether an update can bring the document that a configured server does not show: by binding a certificate, and by publishing, where
    /// the server does not do that by itself.</summary>
    public static bool MayComeLater(ITrustEngine engine, Fault missing) =>
        missing.Code == Fails || (missing.Code == Nothing && engine.Publisher is not null);

    /// <summary>Null when the server publishes nothing at the URL. A server that publishes by itself and answers without a document has an obstacle;
    /// one that does not answer cannot be read.</summary>
    public static async Task<PublishedMetadata?> FindAsync(
        ITrustEngine engine, Server server, Uri url, IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (engine.Publisher is { } publisher)
        {
            return await publisher.FindAsync(server.Fqdn, url, progress, cancellationToken);
        }

        try
        {
            var document = await engine.Documents.FetchAsync(new FetchMetadata(url, TrustAnySslCertificate: false), progress, cancellationToken);
            return new PublishedMetadata(url, document, null);
        }
        catch (FaultException refusal) when (Answers.Contains(refusal.Faults[0].Code))
        {
            return new PublishedMetadata(url, null, refusal.Faults[0]);
        }
    }
}
