using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>A server that was taken out of the configuration before its resources were. How it is reached went with its entry, so that nothing can
/// be read there or removed any more: its resources are kept as they are while they are declared, and let go when they are not.</summary>
/// <param name="Fqdn">Its name.</param>
internal sealed record LostServer(string Fqdn)
{
    private const string Target = "target";

    /// <summary>The lost server on which the resource is; null where it is configured, and where nothing names one.</summary>
    public static LostServer? Keeping(ResourceType type, ResourceLookup lookup, Operation operation) =>
        Lost(type.KeeperOf(lookup), operation);

    /// <summary>The lost server without which a recorded resource cannot be read: its own, or the one that it calls. Null for an import, of which
    /// nothing is known that could be kept.</summary>
    public static LostServer? NeededToRead(ResourceType type, ResourceLookup lookup, Operation operation) =>
        lookup.Outputs.Keys.All(lookup.Inputs.ContainsKey)
            ? null
            : Keeping(type, lookup, operation) ?? Lost(lookup.Inputs.Text(Target), operation);

    /// <summary>What letting go of the resource leaves on the server; null where nothing is left.</summary>
    public Fault? RemainderOf(ResourceType type, ResourceLookup lookup) => type.RemainderOf(lookup) is { } remainder
        ? FaultCatalogue.LetGo(Fqdn, remainder.What, remainder.Removal)
        : null;

    private static LostServer? Lost(string? fqdn, Operation operation) =>
        fqdn is not null && operation.Installation.Find(fqdn) is null ? new LostServer(Fqdns.Normalize(fqdn)) : null;
}
