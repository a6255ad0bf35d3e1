using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource type whose existing resources can be listed, so that an installation can be discovered and imported.</summary>
internal interface IListing
{
    /// <summary>The resources in order of id, after <paramref name="after"/>: import id, and a name for people.</summary>
    IAsyncEnumerable<(string Id, string Name)> ListAsync(PropertyMap query, string? after, Operation operation);
}
