using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A generated program, each resource after all that it needs.</summary>
/// <param name="Settings">Of every provider resource.</param>
/// <param name="Resources">In the order in which they are registered.</param>
internal sealed record TruthProgram(PropertyMap Settings, ImmutableArray<TruthResource> Resources)
{
    public int Providers => Resources.Select(resource => resource.Provider).DefaultIfEmpty().Max() + 1;

    public TruthProgram With(TruthResource changed) =>
        this with { Resources = [.. Resources.Select(resource => resource.Name == changed.Name ? changed : resource)] };

    /// <summary>The program without a resource; those that took an output of it write what that was.</summary>
    public TruthProgram Without(string name, Func<string, PropertyValue> outputs) => this with
    {
        Resources =
        [
            .. Resources.Where(resource => resource.Name != name).Select(resource =>
            {
                var before = resource.Inputs;
                return resource with
                {
                    DependsOn = resource.DependsOn.Remove(name),
                    Inputs = of => before((other, output) => other == name ? outputs(output) : of(other, output)),
                };
            }),
        ],
    };

    /// <summary>The program whose checks wait for that too.</summary>
    public TruthProgram WaitedForByChecks(string name) => this with
    {
        Resources =
        [
            .. Resources.Select(resource => resource.Type == "ConnectivityCheck" ? resource with { DependsOn = resource.DependsOn.Add(name) } : resource),
        ],
    };

    /// <summary>The program whose foreign resources are there already.</summary>
    public TruthProgram Settled() => this with { Resources = [.. Resources.Select(resource => resource with { Foreign = [] })] };
}
