using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>A generated program, each resource after all that it needs.</summary>
/// <param name="Settings">Of every provider resource.</param>
/// <param name="Resources">In the order in which they are registered.</param>
internal sealed record TruthProgram(PropertyMap Settings, ImmutableArray<TruthResource> Resources)
{
    /// <summary>Whether each resource also declares what it turns on: else the order in which they come is chance.</summary>
    public bool DeclaresOrder { get; init; } = true;

    /// <summary>Whether the update comes to its resources in another of the orders that it declares.</summary>
    public bool IsReordered { get; init; }

    public int Providers => Resources.Select(resource => resource.Provider).DefaultIfEmpty().Max() + 1;

    public bool Has(string name) => Resources.Any(resource => resource.Name == name);

    /// <summary>The first of a type that is about a server; null without one.</summary>
    public TruthResource? Find(string type, string server) =>
        Resources.FirstOrDefault(resource => resource.Type == type && resource.Server == server);

    public TruthProgram With(TruthResource changed) =>
        this with { Resources = [.. Resources.Select(resource => resource.Name == changed.Name ? changed : resource)] };

    public TruthProgram Insert(int at, params IEnumerable<TruthResource> added) => this with { Resources = Resources.InsertRange(at, added) };

    /// <summary>The program without a resource; those that took an output of it write what that was.</summary>
    public TruthProgram Without(string name, Func<string, PropertyValue> outputs) => this with
    {
        Resources =
        [
            .. Resources.Where(resource => resource.Name != name).Select(resource =>
                resource.Taking(name, (_, output) => outputs(output)) with { DependsOn = resource.DependsOn.Remove(name) }),
        ],
    };

    /// <summary>The program where a resource is called otherwise, with an alias or without.</summary>
    public TruthProgram Renamed(string former, string name, bool hasAlias) => this with
    {
        Resources =
        [
            .. Resources.Select(resource => resource.Name == former
                ? resource with { Name = name, FormerName = hasAlias ? former : null }
                : resource.Taking(former, (of, output) => of(name, output)) with
                {
                    DependsOn = [.. resource.DependsOn.Select(need => need == former ? name : need)],
                }),
        ],
    };

    /// <summary>The program whose checks wait for that too.</summary>
    public TruthProgram WaitedForByChecks(string name) => this with
    {
        Resources =
        [
            .. Resources.Select(resource => resource.Type == "ConnectivityCheck"
                ? resource with { DependsOn = resource.DependsOn.Add(name) }
                : resource),
        ],
    };

    /// <summary>The program once it was applied: what was foreign is there already.</summary>
    public TruthProgram Settled() => this with
    {
        IsReordered = false,
        Resources = [.. Resources.Select(resource => resource with { Foreign = [] })],
    };
}
