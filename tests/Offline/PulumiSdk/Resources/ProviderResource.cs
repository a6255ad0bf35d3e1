namespace Pulumi;

/// <summary>An explicitly configured provider.</summary>
public class ProviderResource : CustomResource
{
    /// <remarks>No default for the options, for the reason that <see cref="CustomResource"/> gives.</remarks>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary>How other resources name it: URN and id, the id being the unknown sentinel before the first creation.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await Urn.GetValueAsync(whenUnknown: "");
        var id = await Id.GetValueAsync(whenUnknown: "");
        return $"{urn}::{(id.Length > 0 ? id : UnknownSentinel)}";
    }

    /// <summary>The string form of an unknown, for text that is not itself a property value (pulumi-protocol.md 3).</summary>
    private const string UnknownSentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
}
