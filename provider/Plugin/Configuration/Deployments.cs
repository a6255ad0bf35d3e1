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
            if (WholeOf(part, entries) is not { } whole)
            {
                continue;
            }

            foreach (var property in OfTheWhole.Where(part.Given.Has))
            {
                faults.Add(FaultCatalogue.SettingOfDeployment(part.Of(property), whole.Path.ToString()));
            }

            servers[whole.Server.Fqdn] = With(servers[whole.Server.Fqdn], part.Server);
        }

        return servers.ToImmutable();
    }

    private ServerEntry? WholeOf(ServerEntry part, IReadOnlyList<ServerEntry> entries)
    {
        var property = part.Of(ServerEntry.DeploymentName);
        if (entries.FirstOrDefault(entry => !entry.IsPart && entry.Server.Fqdn == part.Deployment) is not { } whole)
        {
            faults.Add(FaultCatalogue.DeploymentUnknown(property, MeantBy(part.Deployment!, entries)?.Path.ToString()));
            return null;
        }

        if (whole.Server.Product == part.Server.Product && ProductFeatures.Partners.Contains(whole.Server.Product))
        {
            return whole;
        }

        faults.Add(FaultCatalogue.DeploymentOfOtherProduct(property, part.Server.Product, whole.Path.ToString(), whole.Server.Product));
        return null;
    }

    /// <summary>The deployment of the server that is named, or one whose name is much like it.</summary>
    private static ServerEntry? MeantBy(string deployment, IReadOnlyList<ServerEntry> entries)
    {
        var named = entries.FirstOrDefault(entry => entry.Server.Fqdn == deployment)?.Deployment
            ?? Suggestion.For(deployment, entries.Where(entry => !entry.IsPart).Select(entry => entry.Server.Fqdn));
        return entries.FirstOrDefault(entry => !entry.IsPart && entry.Server.Fqdn == named);
    }

    private static Server With(Server whole, Server part) => whole with
    {
        Members = [.. whole.Members, .. part.Members],
        Names = [.. whole.Names.Concat(part.Names).Append(part.Fqdn).Append(part.MetadataUrl.IdnHost).Except([whole.Fqdn])],
    };
}
