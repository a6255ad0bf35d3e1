using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>Until when all goes on working, for programs; versioned as <see cref="StatusJson"/>.</summary>
public static class WhenJson
{
    public const int Version = 1;

    public static string Write(TrustOverview overview, DateTimeOffset until)
    {
        var failures = WhenFailures.Of(overview);
        return new JObject
        {
            ["version"] = Version,
            ["at"] = Times.Exact(overview.Now),
            ["source"] = overview.Observation.Source,
            ["until"] = Times.Exact(until),
            ["complete"] = !overview.IsPartial,
            ["firstFailure"] = failures.IsEmpty ? null : Times.Exact(failures[0].At),
            ["failures"] = new JArray(failures.Select(Of)),
        }.ToString(Formatting.Indented) + "\n";
    }

    private static JObject Of(WhenFailure failure) => new()
    {
        ["at"] = Times.Exact(failure.At),
        ["already"] = failure.IsAlready,
        ["from"] = failure.Direction.From.Fqdn,
        ["to"] = failure.Direction.To.Fqdn,
        ["sipUri"] = failure.SipUri,
        ["number"] = failure.Fault.Code,
        ["found"] = failure.Fault.Found,
        ["remedy"] = failure.Fault.Remedy,
        ["features"] = new JArray(failure.Features),
    };
}
