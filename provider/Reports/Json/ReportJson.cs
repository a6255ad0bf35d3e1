using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Json;

/// <summary>The whole report for programs: what <see cref="StatusJson"/> writes, in the same version, with the servers and their next
/// rollovers.</summary>
public static class ReportJson
{
    public static string Write(TrustOverview overview)
    {
        var report = StatusJson.Of(overview);
        report["servers"] = new JArray(
            overview.Observation.State.Servers.Values.OrderBy(server => server.Fqdn, StringComparer.Ordinal).Select(server => Of(server, overview)));
        report["rollovers"] = new JArray(RolloverReport.AllOf(overview).Select(Of));
        return report.ToString(Formatting.Indented) + "\n";
    }

    private static JObject Of(Server server, TrustOverview overview)
    {
        var state = overview.Observation.State;
        var (application, realm) = AuthMetadata.PrincipalOf(server, state.OAuthConfigurations.GetValueOrDefault(server.Fqdn));
        return new JObject
        {
            ["fqdn"] = server.Fqdn,
            ["product"] = server.Product.ToString(),
            ["realm"] = realm,
            ["principal"] = $"{application}@{realm}",
            ["members"] = new JArray(server.Members),
            ["publishes"] = new JArray(state.PublishedMetadata.GetValueOrDefault(server.Fqdn, []).Select(url => url.AbsoluteUri)),
        };
    }

    private static JObject Of(RolloverReport rollover) => new()
    {
        ["server"] = rollover.Server.Fqdn,
        ["thumbprint"] = rollover.Current.Thumbprint.ToString(),
        ["begin"] = Times.Exact(rollover.Forecast.Begin),
        ["lastSafe"] = rollover.Forecast.LastSafe is { } last ? Times.Exact(last) : null,
        ["number"] = rollover.Forecast.Plan.Refusal?.Code,
        ["message"] = rollover.Forecast.Plan.Refusal?.Text,
        ["steps"] = new JArray(rollover.Steps.Select(Of)),
    };

    private static JObject Of(RolloverStep step) => new()
    {
        ["action"] = step.Action,
        ["server"] = step.Server,
        ["notBefore"] = Times.Exact(step.NotBefore),
        ["detail"] = step.Detail,
    };
}
