using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The document at any https URL, as a consumer would read it at this moment.</summary>
internal sealed class GetAuthMetadata : FunctionType
{
    private const string NameResult = "name";

    public override string Name => "getAuthMetadata";

    public override void Check(ResourceCheck check) => MetadataInputs.CheckUrl(check, UrlIn(check.Inputs));

    public override ImmutableArray<string> DigestsOfKeys => [DocumentOutputs.Fingerprint];

    /// <summary>None, where the document is none of ours.</summary>
    public override IEnumerable<string?> ServersIn(PropertyMap arguments, Installation installation) =>
        PublisherIn(arguments, installation) is { } server ? [server.Fqdn] : [];

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var trustsAny = new InputReader(arguments).Flag("trustAnySslCertificate").Value is true;
        var document = await operation.FetchMetadataAsync(new FetchMetadata(MetadataInputs.UrlOf(UrlIn(arguments).Value)!, trustsAny));
        await KeyRemarks.WarnAsync(document.Issuer, document.Keys, operation);
        return DocumentOutputs.Of(document).Set(NameResult, document.Name);
    }

    /// <summary>A configured server may publish later in the same program, where the engine publishes, or get the certificate that it lacks.
    /// What its settings tell of its document is known.</summary>
    public override PropertyMap? AnswerAhead(PropertyMap arguments, Fault missing, Operation operation) =>
        PublisherIn(arguments, operation.Installation) is { } server && PublishedDocuments.MayComeLater(operation.Engine, missing)
            ? DocumentOutputs.Nothing(server)
                .Set(DocumentOutputs.Fingerprint, Placeholders.Text)
                .Set(NameResult, Placeholders.Text)
            : null;

    private static Server? PublisherIn(PropertyMap arguments, Installation installation) =>
        MetadataInputs.UrlOf(UrlIn(arguments).Value) is { } url
            ? installation.Directory.FindByHost(url.IdnHost) ?? installation.FindPublisher(url)
            : null;

    private static Input<string> UrlIn(PropertyMap arguments) => new InputReader(arguments).Text("url");
}
