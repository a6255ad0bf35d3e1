using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Findings;

/// <summary>Lync's global settings: CFG-001 and CFG-003 of domain.md 11.3.</summary>
internal static class ConfigurationChecks
{
    public static IEnumerable<TrustFinding> Of(TrustView view) =>
        view.State.Servers.Values.Where(s => s.Product == ServerProduct.LyncServer).SelectMany(server => OnServer(view, server));

    private static IEnumerable<TrustFinding> OnServer(TrustView view, Server server)
    {
        var settings = view.State.OAuthConfigurations.GetValueOrDefault(server.Fqdn) ?? OAuthConfigurationRules.Default(server);
        if (settings.ServiceName != server.ApplicationIdentifier)
        {
            yield return Found(
                "CFG-003", server, FaultCatalogue.ServiceNameChanged(server.Fqdn, settings.ServiceName, server.ApplicationIdentifier), 7);
        }

        foreach (var finding in Clients(view, server, settings))
        {
            yield return finding;
        }

        if (settings.ExchangeAutodiscoverUrl is { } url)
        {
            if (!OAuthConfigurationRules.IsAutodiscover(url))
            {
                yield return Found("CFG-001", server, FaultCatalogue.AutodiscoverUrlFormat(url.OriginalString), 14);
            }
        }
        else if (view.Sees(server, TrustPart.Settings) && TrustsExchange(view, server))
        {
            yield return Found("CFG-001", server, FaultCatalogue.AutodiscoverUrlMissing(server.Fqdn), 14);
        }
    }

    private static IEnumerable<TrustFinding> Clients(TrustView view, Server server, OAuthConfiguration settings) =>
        OAuthConfigurationRules.Remark(settings, view.State.AuthorizationServers.Values) is { } remark ? [Found("CFG-001", server, remark, 15)] : [];

    private static bool TrustsExchange(TrustView view, Server server) => view.State.PartnerApplications.Values.Any(record =>
        record.Server == server.Fqdn && record.ApplicationIdentifier == WellKnownApplications.Exchange);

    private static TrustFinding Found(string check, Server server, Fault fault, int failure) =>
        new(check, server.Fqdn, null, fault, FailureCatalogue.Number(failure));
}
