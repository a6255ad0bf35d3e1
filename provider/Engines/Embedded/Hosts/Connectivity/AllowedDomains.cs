using System.Collections.Immutable;

namespace PartnerTrust.Engines.Embedded.Hosts.Connectivity;

/// <summary>To which hosts Autodiscover may redirect: listed domains, and with <c>*.</c> everything below one (domain.md 4.2).</summary>
internal static class AllowedDomains
{
    public static bool Contain(ImmutableArray<string> domains, string host) => domains.Any(domain => domain.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(domain[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(domain, StringComparison.OrdinalIgnoreCase));
}
