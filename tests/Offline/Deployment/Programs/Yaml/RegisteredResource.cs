using System.Collections.Immutable;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Programs.Yaml;

/// <summary>What the monitor answered to a registration.</summary>
/// <param name="Reference">The resource itself.</param>
/// <param name="Properties">Its URN, its id and every output that its schema names: unknown in a preview, null otherwise, where none came
/// back.</param>
internal sealed record RegisteredResource(PropertyValue Reference, PropertyMap Properties)
{
    public static RegisteredResource Of(RegisterResourceResponse response, ResourceDescription description, bool isPreview)
    {
        PropertyValue missing = isPreview ? UnknownValue.Text : PropertyValue.Null;
        var id = response.Id.Length > 0 ? (PropertyValue)response.Id : UnknownValue.Text;
        var outputs = PropertyCodec.Decode(response.Object).WithoutOutputs();
        var properties = description.Properties.Select(name => KeyValuePair.Create(name, outputs.GetValueOrDefault(name) ?? missing))
            .Append(KeyValuePair.Create("urn", (PropertyValue)response.Urn));
        if (!description.IsComponent)
        {
            properties = properties.Append(KeyValuePair.Create("id", id));
        }

        return new RegisteredResource(
            Lifted.Wrap(new ResourceReferenceValue(response.Urn, description.IsComponent ? null : id, null), false, [response.Urn]),
            PropertyMap.Of(properties.Select(property => KeyValuePair.Create(property.Key, Output(response, property.Key, property.Value)))));
    }

    /// <summary>An output depends on its resource; one of a component also on the children that it comes from.</summary>
    private static PropertyValue Output(RegisterResourceResponse response, string name, PropertyValue value)
    {
        var children = response.PropertyDependencies.TryGetValue(name, out var sources) ? sources.Urns : [];
        return Lifted.Wrap(value, false, [response.Urn, .. children]);
    }
}
