using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace Pulumi.Serialization;

/// <summary>Reads a property value into plain objects: one unknown or secret part makes the whole unknown or secret.</summary>
internal static class PropertyReader
{
    public static OutputData<object?> Read(PropertyValue value) => value switch
    {
        BoolValue flag => OutputData<object?>.Known(flag.Value),
        NumberValue number => OutputData<object?>.Known(number.Value),
        TextValue text => OutputData<object?>.Known(text.Value),
        UnknownValue => OutputData<object?>.Known(null) with { IsKnown = false },
        SecretValue secret => Read(secret.Value) with { IsSecret = true },
        OutputValue output => ReadOutput(output),
        ListValue list => Collect(list.Items.Select(Read), items => ImmutableArray.CreateRange(items)),
        PropertyMap map =>
            Collect(map.Values.Select(Read), items => map.Keys.Zip(items).ToImmutableDictionary(pair => pair.First, pair => pair.Second)),
        ResourceReferenceValue reference => OutputData<object?>.Known(ResourceReferences.Resolve(reference)),
        AssetValue asset => OutputData<object?>.Known(ReadAsset(asset)),
        ArchiveValue archive => OutputData<object?>.Known(ReadArchive(archive)),
        _ => OutputData<object?>.Known(null),
    };

    private static OutputData<object?> ReadOutput(OutputValue output)
    {
        var inner = output.Value is null ? OutputData<object?>.Known(null) with { IsKnown = false } : Read(output.Value);
        return inner with
        {
            IsSecret = inner.IsSecret || output.IsSecret,
            Resources = inner.Resources.Union(output.Dependencies.Select(urn => new DependencyResource(urn))),
        };
    }

    private static OutputData<object?> Collect(IEnumerable<OutputData<object?>> parts, Func<IEnumerable<object?>, object> build)
    {
        var data = parts.ToList();
        return new OutputData<object?>(
            [.. data.SelectMany(part => part.Resources)],
            build(data.Select(part => part.Value)),
            data.All(part => part.IsKnown),
            data.Any(part => part.IsSecret));
    }

    private static Asset ReadAsset(AssetValue asset) => asset switch
    {
        { Path: { } path } => new FileAsset(path),
        { Uri: { } uri } => new RemoteAsset(uri),
        _ => new StringAsset(asset.Text ?? ""),
    };

    private static Archive ReadArchive(ArchiveValue archive) => archive switch
    {
        { Path: { } path } => new FileArchive(path),
        { Uri: { } uri } => new RemoteArchive(uri),
        _ => new AssetArchive((archive.Assets ?? PropertyMap.Empty).ToDictionary(
            entry => entry.Key, entry => (AssetOrArchive)Read(entry.Value).Value!)),
    };
}
