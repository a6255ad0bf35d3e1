using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Anything that the engine keeps track of: custom resources, components and providers.</summary>
public class Resource
{
    private readonly string type = "";
    private readonly string name = "";
    private readonly bool? protect;
    private readonly ImmutableDictionary<string, ProviderResource> providers = ImmutableDictionary<string, ProviderResource>.Empty;

    private protected Resource(string type, string name, bool custom, ResourceArgs args, ResourceOptions options, bool remote)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);
        (this.type, this.name, IsRemote) = (type, name, remote);
        Sources = OutputSources.Initialize(this, all: custom || remote || options.Urn is not null);

        options = options.Clone();
        if (type != Stack.TypeToken && options.Urn is null)
        {
            options.Parent ??= ProgramRun.Required.Stack;
        }

        if (options.Parent is { } parent)
        {
            lock (parent.Children)
            {
                parent.Children.Add(this);
            }

            options.Protect ??= parent.protect;
            providers = parent.providers;
        }

        protect = options.Protect;
        providers = ProviderInheritance.Resolve(type, custom, options, providers);
        ProgramRun.Required.Tasks.Add(ResourceCompletion.RunAsync(ProgramRun.Required, this, custom, args, options));
    }

    /// <summary>A resource that is only known by its URN and never registered.</summary>
    private protected Resource(string urn)
    {
        Sources = ImmutableDictionary<string, IOutputSource>.Empty;
        Urn = new Output<string>(Task.FromResult(new OutputData<string>([this], urn, true, false)));
    }

    [Output(OutputSources.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsRemote { get; }

    internal HashSet<Resource> Children { get; } = [];

    internal ImmutableDictionary<string, IOutputSource> Sources { get; }

    public string GetResourceType() => type;

    public string GetResourceName() => name;

    /// <summary>The provider for a token's package that this resource was given or inherited.</summary>
    internal ProviderResource? GetProvider(string token) => providers.GetValueOrDefault(ProviderInheritance.Package(token));
}
