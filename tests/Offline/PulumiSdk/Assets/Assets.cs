using PartnerTrust.Protocol.Properties;

namespace Pulumi;

/// <summary>A file's content, or a bundle of them.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive()
    {
    }

    internal abstract PropertyValue Wire { get; }
}

public abstract class Asset : AssetOrArchive
{
    private protected Asset()
    {
    }
}

public sealed class StringAsset(string text) : Asset
{
    internal override PropertyValue Wire => new AssetValue(null, text, null, null);
}

public sealed class FileAsset(string path) : Asset
{
    internal override PropertyValue Wire => new AssetValue(null, null, path, null);
}

public sealed class RemoteAsset(string uri) : Asset
{
    internal override PropertyValue Wire => new AssetValue(null, null, null, uri);
}

public abstract class Archive : AssetOrArchive
{
    private protected Archive()
    {
    }
}

public sealed class FileArchive(string path) : Archive
{
    internal override PropertyValue Wire => new ArchiveValue(null, null, path, null);
}

public sealed class RemoteArchive(string uri) : Archive
{
    internal override PropertyValue Wire => new ArchiveValue(null, null, null, uri);
}

public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets) : Archive
{
    internal override PropertyValue Wire => new ArchiveValue(
        null, PropertyMap.Of(assets.Select(asset => KeyValuePair.Create(asset.Key, asset.Value.Wire))), null, null);
}
