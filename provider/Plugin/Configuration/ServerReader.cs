using System.Collections.Immutable;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Makes the servers out of their settings, with each product's own defaults.</summary>
/// <param name="faults">What is wrong with the settings.</param>
/// <param name="users">Their domains decide what a server does not say.</param>
internal sealed class ServerReader(ICollection<Fault> faults, UserDomains users)
{
    internal const string Setting = "servers";

    public ImmutableSortedDictionary<string, Server> Read(PropertyMap settings)
    {
        if (settings.TryGetValue(Setting, out var list) && list.Unwrap() is ListValue { Items.IsEmpty: true })
        {
            faults.Add(FaultCatalogue.NoServers());
        }

        var entries = new List<ServerEntry>();
        foreach (var (path, given) in InstallationReader.Entries(settings, Setting))
        {
            if (ReadServer(given, path) is not { } server)
            {
                continue;
            }

            if (entries.Exists(other => other.Server.Fqdn == server.Fqdn))
            {
                faults.Add(FaultCatalogue.ConfiguredTwice(path.Then("fqdn").ToString(), server.Fqdn));
                continue;
            }

            entries.Add(new ServerEntry(path, given, server));
        }

        new HostNames(faults).Check(entries);
        var servers = new Deployments(faults).Join(entries);
        foreach (var remark in RealmRemarks.Of(entries, servers, users))
        {
            faults.Add(remark);
        }

        return servers;
    }

    private Server? ReadServer(PropertyMap given, PropertyPath path)
    {
        if (!given.TryText("fqdn", out var name) || !Enum.TryParse<ServerProduct>(given.Text("product"), out var product))
        {
            return null;
        }

        if (!Fqdns.IsValid(name))
        {
            faults.Add(FaultCatalogue.FqdnInvalid(path.Then("fqdn").ToString(), name));
            return null;
        }

        var fqdn = Fqdns.Normalize(name);
        var realm = given.Text("realm") ?? DefaultRealm(fqdn, product);
        if (!Principals.IsRealm(realm))
        {
            faults.Add(FaultCatalogue.RealmFormat(path.Then("realm").ToString(), realm));
        }

        RefuseDomains(given, path);
        var domains = given.Texts("acceptedDomains") ?? DefaultDomains(fqdn, product, realm);
        return new Server(fqdn, product, realm, ReadMetadataUrl(given, path, fqdn, product), domains)
        {
            Members = Names(given, "members"),
            Names = Names(given, "names"),
        };
    }

    /// <summary>Lync's realm is its default SIP domain (domain.md 1.3), whatever its machines are called.</summary>
    private string DefaultRealm(string fqdn, ServerProduct product)
    {
        var realm = Fqdns.DefaultRealm(fqdn);
        return product == ServerProduct.LyncServer && !users.Sip.Contains(realm, StringComparer.Ordinal) && users.Sip is [var only] ? only : realm;
    }

    /// <summary>A mailbox's domain is an accepted domain of the Exchange that holds it.</summary>
    private ImmutableArray<string> DefaultDomains(string fqdn, ServerProduct product, string realm) =>
        product == ServerProduct.ExchangeServer ? [.. users.SmtpOn(fqdn).Prepend(realm).Distinct(StringComparer.Ordinal)] : [realm];

    private static ImmutableArray<string> Names(PropertyMap given, string property) =>
        [.. (given.Texts(property) ?? []).Select(Fqdns.Normalize)];

    /// <summary>What acts as a realm has the form of one, but for a wildcard's star.</summary>
    private void RefuseDomains(PropertyMap given, PropertyPath path)
    {
        foreach (var (index, domain) in (given.Texts("acceptedDomains") ?? []).Index().Where(
            domain => domain.Item != "*" && !Principals.IsRealm(domain.Item)))
        {
            faults.Add(FaultCatalogue.RealmFormat(path.Then("acceptedDomains").Then(index).ToString(), domain));
        }
    }

    private Uri ReadMetadataUrl(PropertyMap given, PropertyPath path, string fqdn, ServerProduct product)
    {
        var usual = MetadataUrls.Default(fqdn, product);
        if (!given.TryText("metadataUrl", out var text))
        {
            return usual;
        }

        if (MetadataUrls.Validate(text) is { } fault)
        {
            faults.Add(fault.At(path.Then("metadataUrl").ToString()));
            return usual;
        }

        return new Uri(text);
    }
}
