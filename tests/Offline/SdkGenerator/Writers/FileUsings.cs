using PartnerTrust.SdkGenerator.Schema;

namespace PartnerTrust.SdkGenerator.Writers;

/// <summary>The usings at the top of most files.</summary>
internal static class FileUsings
{
    private static readonly string[] Common =
    [
        "System",
        "System.Collections.Generic",
        "System.Collections.Immutable",
        "System.Threading.Tasks",
        "Pulumi.Serialization",
    ];

    /// <summary>Inside a namespace under <c>Pulumi</c> that one needs no using; elsewhere it would.</summary>
    public static string[] Of(PackageSchema schema) =>
        schema.RootNamespace.StartsWith("Pulumi.", StringComparison.Ordinal) ? Common : [.. Common, "Pulumi"];
}
