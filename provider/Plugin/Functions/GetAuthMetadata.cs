using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The document at any https URL, as a consumer would read it at this moment.</summary>
internal sealed class GetAuthMetadata : FunctionType
{
    public override string Name => "getAuthMetadata";

    public override void Check(ResourceCheck check) => MetadataInputs.CheckUrl(check, UrlIn(check.Inputs));

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var trustsAny = new InputReader(arguments).Flag("trustAnySslCertificate").Value is true;
        var document = await operation.FetchMetadataAsync(new FetchMetadata(MetadataInputs.UrlOf(UrlIn(arguments).Value)!, trustsAny));
        await KeyRemarks.WarnAsync(document.Issuer, document.Keys, operation);
        return DocumentOutputs.Of(document).Set("name", document.Name);
    }

    private static Input<string> UrlIn(PropertyMap arguments) => new InputReader(arguments).Text("url");
}
