namespace Pulumi;

/// <summary>Options of a component.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? providers;

    public List<ProviderResource> Providers
    {
        get => providers ??= [];
        set => providers = value;
    }

    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var merged = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 })
        {
            merged.Absorb(options);
            merged.Providers.AddRange(options?.Providers ?? []);
        }

        return merged;
    }

    internal override ResourceOptions Clone() => Merge(null, this);
}
