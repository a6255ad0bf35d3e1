using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Joins the pools of one deployment, as they stand in the settings, into the one server that they are to their partners: its certificate
/// store, its settings and its records are the same whichever pool is asked (domain.md 2.2, 4.2).</summary>
internal sealed class Deployments(ICollection<Fault> faults)
{
    private static readonly ImmutableArray<string> OfTheWhole = ["realm", "acceptedDomains", "shell", "session", "modules"];

    public ImmutableSortedDictionary<string, Server> Join(IReadOnlyList<ServerEntry> entries)
    {
        var servers = entries.Where(entry => !entry.IsPart)
            .ToImmutableSortedDictionary(entry => entry.Server.Fqdn, entry => entry.Server, StringComparer.Ordinal)
            .ToBuilder();
        foreach (var part in entries.Where(entry => entry.IsPart))
        {
            if (Objection(part, entries, servers) is { } fault)
            {
                faults.Add(fault);
                continue;
            }

            foreach (var property in OfTheWhole.Where(part.Given.Has))
            {
                faults.Add(FaultCatalogue.SettingOfDeployment(part.Of(property), part.Server.Fqdn, part.Deployment!));
            }

            servers[part.Deployment!] = With(servers[part.Deployment!], part.Server);
        }

        return servers.ToImmutable();
    }

    private static Fault? Objection(ServerEntry part, IEnumerable<ServerEntry> entries, ImmutableSortedDictionary<string, Server>.Builder servers)
    {
        var property = part.Of(ServerEntry.DeploymentName);
        return !servers.TryGetValue(part.Deployment!, out var whole)
                ? FaultCatalogue.DeploymentUnknown(
                    property,
                    part.Deployment!,
                    entries.FirstOrDefault(entry => entry.Server.Fqdn == part.Deployment)?.Deployment
                        ?? Suggestion.For(part.Deployment!, servers.Keys),
                    servers.Keys)
            : whole.Product != part.Server.Product || !ProductFeatures.Partners.Contains(whole.Product)
                ? FaultCatalogue.DeploymentOfOtherProduct(property, part.Server.Product, whole.Fqdn, whole.Product)
            : null;
    }

    private static Server With(Server whole, Server part) => whole with
    {
        Members = [.. whole.Members, .. part.Members],
        Names = [.. whole.Names.Concat(part.Names).Append(part.Fqdn).Append(part.MetadataUrl.IdnHost).Except([whole.Fqdn])],
    };
}
