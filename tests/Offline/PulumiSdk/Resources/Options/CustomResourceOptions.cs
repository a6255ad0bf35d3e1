namespace Pulumi;

/// <summary>Options of a custom resource.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? additionalSecretOutputs;

    public bool? DeleteBeforeReplace { get; set; }

    public string? ImportId { get; set; }

    public List<string> AdditionalSecretOutputs
    {
        get => additionalSecretOutputs ??= [];
        set => additionalSecretOutputs = value;
    }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        var merged = new CustomResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            merged.Absorb(options);
            merged.DeleteBeforeReplace = options?.DeleteBeforeReplace ?? merged.DeleteBeforeReplace;
            merged.ImportId = options?.ImportId ?? merged.ImportId;
            merged.AdditionalSecretOutputs.AddRange(options?.AdditionalSecretOutputs ?? []);
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Merge(null, this);
}
