using System.Reflection;
using PartnerTrust.SdkGenerator.Schema;

namespace Pulumi.PartnerTrust.Tests;

/// <summary>The committed files that the SDK is held against.</summary>
internal static class Repository
{
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string SdkDirectory { get; } = Path.Combine(Root, "provider", "Sdk");

    public static PackageSchema Schema { get; } = SchemaReader.Read(File.ReadAllText(Path.Combine(Root, "schema.json")));
}
