using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>What the members of the configured servers may be named: a machine belongs to one server, and is none by itself.</summary>
internal sealed class PoolMembers(ICollection<Fault> faults)
{
    public void Check(PropertyMap settings, IReadOnlyDictionary<string, Server> servers)
    {
        var taken = servers.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var (path, entry) in InstallationReader.Entries(settings, "servers"))
        {
            var members = entry.Texts("members") ?? [];
            if (members.Length > 0 && entry.Text("product") == nameof(ServerProduct.TokenServer))
            {
                faults.Add(FaultCatalogue.MembersUnsupported(path.Then("members").ToString(), ServerProduct.TokenServer));
            }

            foreach (var (index, member) in members.Index())
            {
                var property = path.Then("members").Then(index).ToString();
                if (!Fqdns.IsValid(member))
                {
                    faults.Add(FaultCatalogue.FqdnInvalid(property, member));
                }
                else if (!taken.Add(Fqdns.Normalize(member)))
                {
                    faults.Add(FaultCatalogue.ConfiguredTwice(property, Fqdns.Normalize(member)));
                }
            }
        }
    }
}
