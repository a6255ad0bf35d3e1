using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The document at any https URL, as a consumer would read it at this moment.</summary>
internal sealed class GetAuthMetadata : FunctionType
{
    public override string Name => "getAuthMetadata";

    public override void Check(ResourceCheck check) => MetadataInputs.CheckUrl(check, "url");

    public override async Task<PropertyMap> InvokeAsync(PropertyMap arguments, Operation operation)
    {
        var request = new FetchMetadata(MetadataInputs.UrlOf(arguments.Text("url")!)!, arguments.Flag("trustAnySslCertificate") ?? false);
        var document = await operation.FetchMetadataAsync(request);
        await KeyRemarks.WarnAsync(document.Issuer, document.Keys, operation);
        return MetadataInputs.Outputs(document).Set("name", document.Name);
    }
}
