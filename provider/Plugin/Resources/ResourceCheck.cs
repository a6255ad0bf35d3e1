using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The inputs of a resource under examination, and what was found wrong with them.</summary>
public sealed class ResourceCheck(PropertyMap inputs, ProviderSession session, ICollection<Fault> faults)
{
    public PropertyMap Inputs { get; } = inputs;

    public ProviderSession Session { get; } = session;

    public DateTimeOffset Now => Session.Time.GetUtcNow();

    private Installation Installation => Session.Installation;

    public void Refuse(Fault fault) => faults.Add(fault);

    public void Refuse(IEnumerable<Fault> found, string property)
    {
        foreach (var fault in found.Where(fault => !fault.IsWarning))
        {
            faults.Add(fault.At(property));
        }
    }

    /// <summary>The configured server that the property names; null when it is unknown or wrong.</summary>
    public Server? Server(string property, string resource, params ImmutableArray<ServerProduct> products)
    {
        if (!Inputs.TryText(property, out var name))
        {
            return null;
        }

        if (Configured(property, name) is not { } server)
        {
            return null;
        }

        if (products.IsEmpty || products.Contains(server.Product))
        {
            return server;
        }

        Refuse(FaultCatalogue.ProductUnsupported(property, server.Fqdn, server.Product, resource, string.Join(" or ", products)));
        return null;
    }

    public Server? Configured(string property, string name)
    {
        if (!Fqdns.IsValid(name))
        {
            Refuse(FaultCatalogue.FqdnInvalid(property, name));
            return null;
        }

        var server = Installation.Find(name);
        if (server is null)
        {
            var known = Installation.Servers.Keys.ToList();
            Refuse(FaultCatalogue.ServerUnknown(property, name, Suggestion.For(Fqdns.Normalize(name), known), known));
        }

        return server;
    }

    /// <summary>Refuses unless exactly one of the properties is set in <paramref name="map"/>; returns its name.</summary>
    public string? ExactlyOne(PropertyMap map, string property, params ReadOnlySpan<string> names)
    {
        var all = names.ToArray();
        var found = all.Where(map.Has).ToList();
        if (found.Count == 1)
        {
            return found[0];
        }

        Refuse(FaultCatalogue.ExactlyOne(property, found, all));
        return null;
    }

    /// <summary>Refuses the property on servers of any other product than <paramref name="only"/>.</summary>
    public void OnlyFor(ImmutableArray<ServerProduct> only, Server? server, string property, bool isSet)
    {
        if (isSet && server is not null && !only.Contains(server.Product))
        {
            Refuse(FaultCatalogue.NotForProduct(property, server.Product, only));
        }
    }

    /// <summary>Runs a rule that refuses by throwing, and tells its faults about <paramref name="property"/>, in the terms of that property.</summary>
    public T? Try<T>(string property, Func<T> rule, Func<Fault, Fault> inTermsOf)
        where T : class
    {
        try
        {
            return rule();
        }
        catch (FaultException refusal)
        {
            Refuse(refusal.Faults.Select(inTermsOf), property);
            return null;
        }
    }
}
