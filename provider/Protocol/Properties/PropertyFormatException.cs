namespace PartnerTrust.Protocol.Properties;

/// <summary>A property value that does not have the form of pulumi-protocol.md 3. The message names the path, never the value.</summary>
public sealed class PropertyFormatException(string path, string reason)
    : FormatException(path.Length == 0 ? reason : $"{path}: {reason}")
{
    public string Path { get; } = path;
}
