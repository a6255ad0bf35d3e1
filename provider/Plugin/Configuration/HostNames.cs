using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>What the members and the further names of the configured servers may be: a machine belongs to one server and is none by itself, and a
/// name leads to one server.</summary>
internal sealed class HostNames(ICollection<Fault> faults)
{
    public void Check(IReadOnlyCollection<ServerEntry> entries)
    {
        var owners = entries.ToDictionary(entry => entry.Server.Fqdn, entry => entry, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            CheckMembers(entry, owners);
        }

        foreach (var entry in entries.Where(entry => entry.Server.MetadataUrl.IdnHost != entry.Server.Fqdn))
        {
            owners.TryAdd(entry.Server.MetadataUrl.IdnHost, entry);
        }

        foreach (var entry in entries)
        {
            CheckNames(entry, owners);
        }
    }

    private void CheckMembers(ServerEntry entry, Dictionary<string, ServerEntry> owners)
    {
        if (entry.Server is { Members.IsEmpty: false, Product: ServerProduct.TokenServer })
        {
            faults.Add(FaultCatalogue.MembersUnsupported(entry.Of("members"), ServerProduct.TokenServer));
        }

        foreach (var (index, member) in entry.Server.Members.Index())
        {
            var property = entry.Path.Then("members").Then(index).ToString();
            if (!Fqdns.IsValid(member))
            {
                faults.Add(FaultCatalogue.FqdnInvalid(property, member));
            }
            else if (!owners.TryAdd(member, entry))
            {
                faults.Add(FaultCatalogue.ConfiguredTwice(property, member));
            }
        }
    }

    /// <summary>A name that leads to the same server anyway does no harm.</summary>
    private void CheckNames(ServerEntry entry, Dictionary<string, ServerEntry> owners)
    {
        foreach (var (index, name) in entry.Server.Names.Index())
        {
            var property = entry.Path.Then("names").Then(index).ToString();
            if (!Fqdns.IsValid(name))
            {
                faults.Add(FaultCatalogue.FqdnInvalid(property, name));
            }
            else if (!owners.TryAdd(name, entry) && owners[name].Whole != entry.Whole)
            {
                faults.Add(FaultCatalogue.NameOfAnother(property, owners[name].Path.ToString()));
            }
        }
    }
}
