using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The inputs of a resource under examination, and what was found wrong with them.</summary>
/// <param name="inputs">The inputs, held against the schema.</param>
/// <param name="installation">The configured servers.</param>
/// <param name="now">When they are examined.</param>
/// <param name="faults">Gets what is wrong.</param>
public sealed class ResourceCheck(PropertyMap inputs, Installation installation, DateTimeOffset now, ICollection<Fault> faults)
{
    public PropertyMap Inputs { get; } = inputs;

    public Installation Installation { get; } = installation;

    public DateTimeOffset Now { get; } = now;

    public void Refuse(Fault fault) => faults.Add(fault);

    public void Refuse(IEnumerable<Fault> found, string property)
    {
        foreach (var fault in found.Where(fault => !fault.IsWarning))
        {
            faults.Add(fault.At(property));
        }
    }

    /// <summary>The configured server that the property names; null when it is unknown or wrong.</summary>
    public Server? Server(Input<string> input, string resource, params ImmutableArray<ServerProduct> products)
    {
        if (input.Value is not { } name || Configured(input.Path, name) is not { } server)
        {
            return null;
        }

        if (products.IsEmpty || products.Contains(server.Product))
        {
            return server;
        }

        Refuse(FaultCatalogue.ProductUnsupported(input.Path, server.Fqdn, server.Product, resource, string.Join(" or ", products)));
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
            RefuseUnknown(property, name, Installation.Servers.Keys);
        }

        return server;
    }

    /// <summary>Refuses what is neither a configured server nor one of the machines of which a server consists.</summary>
    public void Machine(string property, string name)
    {
        if (!Fqdns.IsValid(name))
        {
            Refuse(FaultCatalogue.FqdnInvalid(property, name));
        }
        else if (Installation.Directory.FindByHost(Fqdns.Normalize(name)) is null)
        {
            RefuseUnknown(property, name, Installation.Servers.Values.SelectMany(server => server.Members.Prepend(server.Fqdn)));
        }
    }

    private void RefuseUnknown(string property, string name, IEnumerable<string> names)
    {
        var known = names.ToList();
        Refuse(FaultCatalogue.ServerUnknown(property, name, Suggestion.For(Fqdns.Normalize(name), known), known));
    }

    /// <summary>Refuses unless exactly one of the alternatives is given; returns the path of that one.</summary>
    /// <param name="property">What is told to be wrong.</param>
    /// <param name="alternatives">Each by the name that messages call it, and whether it is given.</param>
    public string? ExactlyOne(string property, params ReadOnlySpan<(string Name, bool IsGiven)> alternatives)
    {
        var all = new List<string>();
        var found = new List<string>();
        foreach (var (name, isGiven) in alternatives)
        {
            all.Add(name);
            if (isGiven)
            {
                found.Add(name);
            }
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        Refuse(FaultCatalogue.ExactlyOne(property, found, [.. all]));
        return null;
    }

    /// <summary>Refuses the property, where it is given, on servers of any other product than <paramref name="only"/>.</summary>
    public void OnlyFor<T>(ImmutableArray<ServerProduct> only, Server? server, Input<T> input) => OnlyFor(only, server, input, input.IsGiven);

    /// <summary>The same for a property with values that mean as much as none.</summary>
    public void OnlyFor<T>(ImmutableArray<ServerProduct> only, Server? server, Input<T> input, bool isSet)
    {
        if (isSet && server is not null && !only.Contains(server.Product))
        {
            Refuse(FaultCatalogue.NotForProduct(input.Path, server.Product, only));
        }
    }

    /// <summary>Runs a rule that refuses by throwing, and tells its faults about <paramref name="property"/>, in the terms of that
    /// property.</summary>
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
