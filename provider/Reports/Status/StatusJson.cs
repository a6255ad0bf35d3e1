using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Reports.Status;

/// <summary>The overview for programs. The form is versioned: within a version, properties are added and never changed or taken away. Times are RFC
/// 3339 in UTC; what is not known is null.</summary>
public static class StatusJson
{
    public const int Version = 1;

    public static string Write(TrustOverview overview) => Of(overview).ToString(Formatting.Indented) + "\n";

    public static JObject Of(TrustOverview overview) => new()
    {
        ["version"] = Version,
        ["severity"] = Words.Of(overview.Severity),
        ["headline"] = Headline.Of(overview),
        ["at"] = Times.Exact(overview.Now),
        ["source"] = overview.Observation.Source,
        ["complete"] = !overview.IsPartial,
        ["firstFailure"] = overview.FirstToFail is { FirstToFail: { } call } first ? Failure(first, call) : JValue.CreateNull(),
        ["directions"] = new JArray(overview.Directions.Select(Of)),
        ["certificates"] = new JArray(overview.Certificates.Select(certificate => Of(certificate, overview.Now))),
        ["findings"] = new JArray(overview.Findings.Select(Of)),
        ["unread"] = new JArray(overview.Observation.Unread.Select(unread => new JObject
        {
            ["server"] = unread.Server,
            ["number"] = unread.Fault.Code,
            ["message"] = unread.Fault.Text,
        })),
        ["untold"] = new JArray(overview.Observation.Untold),
    };

    /// <summary>As the configuration spells it, such as <c>LyncServer</c>.</summary>
    private static string Product(ServerProduct product) => product.ToString();

    internal static JObject Of(DirectionReport direction) => new()
    {
        ["from"] = direction.Direction.From.Fqdn,
        ["fromProduct"] = Product(direction.Direction.From.Product),
        ["to"] = direction.Direction.To.Fqdn,
        ["toProduct"] = Product(direction.Direction.To.Product),
        ["severity"] = Words.Of(direction.Severity),
        ["forUser"] = direction.ForUser is { } call ? Of(call, direction.FeaturesForUsers) : JValue.CreateNull(),
        ["forItself"] = Of(direction.ForItself, direction.FeaturesWithoutUser),
    };

    private static JObject Of(CallReport call, IEnumerable<string> features) => new()
    {
        ["sipUri"] = call.SipUri,
        ["verdict"] = Words.Of(call),
        ["step"] = call.Decisive?.Name,
        ["number"] = call.Decisive?.Fault?.Code,
        ["detail"] = call.Decisive?.Detail,
        ["failsAt"] = call.FailsAt is { } at ? Times.Exact(at) : null,
        ["failsBy"] = call.FailsBy?.Code,
        ["features"] = new JArray(features),
    };

    private static JObject Failure(DirectionReport direction, CallReport call) => new()
    {
        ["at"] = Times.Exact(call.FailsAt!.Value),
        ["from"] = direction.Direction.From.Fqdn,
        ["to"] = direction.Direction.To.Fqdn,
        ["sipUri"] = call.SipUri,
        ["number"] = call.FailsBy?.Code,
        ["message"] = call.FailsBy?.Text,
    };

    internal static JObject Of(CertificateReport report, DateTimeOffset now) => new()
    {
        ["server"] = report.Server.Fqdn,
        ["slot"] = Words.Of(report.Slot),
        ["severity"] = Words.Of(report.Severity),
        ["thumbprint"] = report.Certificate.Thumbprint.ToString(),
        ["subject"] = report.Certificate.Subject,
        ["notBefore"] = Times.Exact(report.Certificate.NotBefore),
        ["notAfter"] = Times.Exact(report.Certificate.NotAfter),
        ["daysLeft"] = Times.DaysTo(report.Certificate.NotAfter, now),
        ["effectiveDate"] = report.EffectiveDate is { } date ? Times.Exact(date) : null,
    };

    internal static JObject Of(FindingReport finding) => new()
    {
        ["number"] = finding.Fault.Code,
        ["severity"] = Words.Of(finding.Severity),
        ["server"] = finding.Server,
        ["record"] = finding.Name,
        ["found"] = finding.Fault.Found,
        ["expected"] = finding.Fault.Expected,
        ["cause"] = finding.Cause,
        ["causeSeen"] = finding.IsCauseSeen,
        ["consequence"] = finding.Consequence,
        ["remedy"] = finding.Fault.Remedy,
    };
}
