namespace Pulumi;

/// <summary>A resource that a provider creates, reads, updates and deletes.</summary>
public class CustomResource : Resource
{
    /// <remarks>The official class has a second, longer constructor, so that a call without options is ambiguous there: no default here.</remarks>
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions(), remote: false)
    {
    }

    private protected CustomResource(string urn)
        : base(urn)
    {
    }

    [Output(OutputSources.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
