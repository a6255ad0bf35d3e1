using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Unicode;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Reads the auth metadata document of any product (domain.md 3.2): names in any case, every field optional but the issuer and
/// one usable key. What is not such a document is refused with the reason, whatever it is.</summary>
public static class AuthMetadataReader
{
    public const int LargestDocument = 1024 * 1024;
    public const int DeepestDocument = 32;

    private const int LongestText = 2048;
    private const int MostItems = 64;

    public static AuthMetadataDocument Read(ReadOnlySpan<byte> content, string? contentType, Uri url)
    {
        var body = WrongAnswers.Reject(content, contentType, url);
        if (MetadataUrls.IsFederation(url))
        {
            return FederationMetadataReader.Read(body);
        }

        using var json = Parse(body);
        try
        {
            DisclosedKeys.Reject(json.RootElement);
            return Document(new DocumentNode(json.RootElement, ""));
        }
        catch (InvalidOperationException failure)
        {
            // Half of a surrogate pair, escaped: well-formed JSON that no text can hold.
            throw new FaultException(FaultCatalogue.DocumentNotJson("a text contains half a character"), failure);
        }
    }

    private static JsonDocument Parse(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            throw new FaultException(FaultCatalogue.DocumentNotJson("not UTF-8"));
        }

        try
        {
            return JsonDocument.Parse(body.ToArray(), new JsonDocumentOptions { MaxDepth = DeepestDocument });
        }
        catch (JsonException failure)
        {
            throw new FaultException(Unparsable(body, failure), failure);
        }
    }

    private static Fault Unparsable(ReadOnlySpan<byte> body, JsonException failure) => JsonDepth.Exceeds(body, DeepestDocument)
        ? FaultCatalogue.DocumentTooDeep(DeepestDocument)
        : FaultCatalogue.DocumentNotJson($"line {(failure.LineNumber ?? 0) + 1}, byte {(failure.BytePositionInLine ?? 0) + 1}");

    private static AuthMetadataDocument Document(DocumentNode root)
    {
        var fields = root.Fields();
        var (application, issuerRealm, issuer) = Issuer(Text(fields, "issuer"));
        var serviceName = Text(fields, "serviceName")?.ToLowerInvariant() ?? application;
        if (serviceName != application)
        {
            throw new FaultException(FaultCatalogue.ServiceNameMismatch(serviceName, issuer));
        }

        var realm = Text(fields, "realm");
        return new AuthMetadataDocument(
            serviceName,
            string.IsNullOrEmpty(realm) ? issuerRealm : realm,
            issuer,
            Text(fields, "name") ?? "",
            [.. Items(fields, "allowedAudiences").Select(node => node.Text(LongestText))],
            PublishedKeys.Read(Items(fields, "keys")),
            [.. Items(fields, "endpoints").Select(Endpoint)])
        {
            Id = Text(fields, "id") ?? "",
        };
    }

    private static (string Application, string Realm, string Issuer) Issuer(string? issuer)
    {
        if (string.IsNullOrWhiteSpace(issuer))
        {
            throw new FaultException(FaultCatalogue.IssuerMissing());
        }

        var at = issuer.LastIndexOf('@');
        if (at <= 0 || at == issuer.Length - 1 || issuer.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            throw new FaultException(FaultCatalogue.IssuerMalformed(issuer));
        }

        var application = issuer[..at].ToLowerInvariant();
        return (application, issuer[(at + 1)..], application + issuer[at..]);
    }

    private static MetadataEndpoint Endpoint(DocumentNode node)
    {
        var fields = node.Fields();
        return new MetadataEndpoint(Text(fields, "location") ?? "", Text(fields, "protocol") ?? "", Text(fields, "usage") ?? "");
    }

    private static string? Text(IReadOnlyDictionary<string, DocumentNode> fields, string name) =>
        fields.TryGetValue(name, out var node) ? node.Text(LongestText) : null;

    private static ImmutableArray<DocumentNode> Items(IReadOnlyDictionary<string, DocumentNode> fields, string name)
    {
        ImmutableArray<DocumentNode> items = fields.TryGetValue(name, out var node) ? [.. node.Items()] : [];
        return items.Length <= MostItems ? items : throw new FaultException(FaultCatalogue.DocumentListTooLong(name, items.Length, MostItems));
    }
}
