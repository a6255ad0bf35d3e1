using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests;

/// <summary>The committed files that the SDK is held against.</summary>
internal static class CommittedSdk
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "provider", "Sdk");

    public static PackageSchema Schema { get; } = SchemaReader.Read(File.ReadAllText(Path.Combine(Repository.Root, "schema.json")));
}
