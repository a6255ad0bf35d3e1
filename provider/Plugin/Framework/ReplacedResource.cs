namespace PartnerTrust.Plugin.Framework;

/// <summary>A resource that the update replaces by another, and deletes when the program has ended.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Urn">Its name.</param>
/// <param name="Lookup">As the state remembers it.</param>
internal sealed record ReplacedResource(ResourceType Type, string Urn, ResourceLookup Lookup);
