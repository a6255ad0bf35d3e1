namespace Pulumi;

/// <summary>What a program may say about a resource besides its arguments.</summary>
public abstract class ResourceOptions
{
    private List<Input<Alias>>? aliases;
    private InputList<Resource>? dependsOn;
    private List<string>? ignoreChanges;
    private List<string>? replaceOnChanges;

    private protected ResourceOptions()
    {
    }

    public Input<string>? Id { get; set; }

    public string? Urn { get; set; }

    public Resource? Parent { get; set; }

    public bool? Protect { get; set; }

    public bool? RetainOnDelete { get; set; }

    public Resource? DeletedWith { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public List<Input<Alias>> Aliases
    {
        get => aliases ??= [];
        set => aliases = value;
    }

    public InputList<Resource> DependsOn
    {
        get => dependsOn ??= [];
        set => dependsOn = value;
    }

    public List<string> IgnoreChanges
    {
        get => ignoreChanges ??= [];
        set => ignoreChanges = value;
    }

    public List<string> ReplaceOnChanges
    {
        get => replaceOnChanges ??= [];
        set => replaceOnChanges = value;
    }

    internal abstract ResourceOptions Clone();

    /// <summary>Values that are set win, lists are added to.</summary>
    private protected void Absorb(ResourceOptions? other)
    {
        if (other is null)
        {
            return;
        }

        Id = other.Id ?? Id;
        Urn = other.Urn ?? Urn;
        Parent = other.Parent ?? Parent;
        Protect = other.Protect ?? Protect;
        RetainOnDelete = other.RetainOnDelete ?? RetainOnDelete;
        DeletedWith = other.DeletedWith ?? DeletedWith;
        Version = other.Version ?? Version;
        PluginDownloadURL = other.PluginDownloadURL ?? PluginDownloadURL;
        Provider = other.Provider ?? Provider;
        CustomTimeouts = other.CustomTimeouts ?? CustomTimeouts;
        Aliases = [.. Aliases, .. other.Aliases];
        DependsOn = DependsOn.Concat(other.DependsOn);
        IgnoreChanges = [.. IgnoreChanges, .. other.IgnoreChanges];
        ReplaceOnChanges = [.. ReplaceOnChanges, .. other.ReplaceOnChanges];
    }
}
