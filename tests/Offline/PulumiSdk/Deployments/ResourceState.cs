using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace Pulumi;

/// <summary>What the engine answered about a resource. <paramref name="Unsettled"/>: it failed or was skipped, so what is missing stays
/// unknown.</summary>
internal sealed record ResourceState(string Urn, string Id, PropertyMap Outputs, bool Unsettled = false)
{
    public ImmutableDictionary<string, ImmutableArray<string>> Dependencies { get; init; } =
        ImmutableDictionary<string, ImmutableArray<string>>.Empty;
}
