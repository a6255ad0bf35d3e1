using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;

namespace PartnerTrust.Reports.Json;

/// <summary>What a change makes of a trust, for programs; versioned as <see cref="StatusJson"/>, whose forms of directions, certificates and findings
/// it has.</summary>
public static class ChangeJson
{
    public const int Version = 1;

    public static string Write(TrustChange change) => new JObject
    {
        ["version"] = Version,
        ["severity"] = Words.Of(change.Severity),
        ["headline"] = ChangeHeadline.Of(change),
        ["at"] = Times.Exact(change.After.Now),
        ["before"] = Side(change.Before),
        ["after"] = Side(change.After),
        ["directions"] = new JArray(change.Directions.Select(Of)),
        ["certificates"] = new JArray(change.Certificates.Select(certificate => Of(certificate, change.After.Now))),
        ["records"] = new JArray(change.Records.Select(Of)),
        ["findings"] = new JObject
        {
            ["made"] = new JArray(change.Made.Select(StatusJson.Of)),
            ["mended"] = new JArray(change.Mended.Select(StatusJson.Of)),
        },
        ["untold"] = new JArray(change.Untold),
        ["proven"] = new JArray(change.Proven),
    }.ToString(Formatting.Indented) + "\n";

    private static JObject Side(TrustOverview overview) => new()
    {
        ["severity"] = Words.Of(overview.Severity),
        ["headline"] = Headline.Of(overview),
        ["source"] = overview.Observation.Source,
        ["complete"] = !overview.IsPartial,
    };

    private static JObject Of(DirectionChange change) => new()
    {
        ["change"] = Word(change.Kind),
        ["from"] = change.Direction.From.Fqdn,
        ["to"] = change.Direction.To.Fqdn,
        ["severity"] = Words.Of(change.Severity),
        ["gains"] = new JArray(change.Gains),
        ["mayGain"] = new JArray(change.MayGain),
        ["losses"] = new JArray(change.Losses),
        ["mayLose"] = new JArray(change.MayLose),
        ["before"] = change.Before is { } before ? StatusJson.Of(before) : JValue.CreateNull(),
        ["after"] = change.After is { } after ? StatusJson.Of(after) : JValue.CreateNull(),
    };

    private static JObject Of(CertificateChange change, DateTimeOffset now) => new()
    {
        ["before"] = change.Before is { } before ? StatusJson.Of(before, now) : JValue.CreateNull(),
        ["after"] = change.After is { } after ? StatusJson.Of(after, now) : JValue.CreateNull(),
    };

    private static JObject Of(RecordChange change) => new()
    {
        ["change"] = Word(change.Kind),
        ["server"] = change.Server,
        ["record"] = change.Title,
        ["details"] = new JArray(change.Details),
    };

    private static string Word(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => "added",
        ChangeKind.Removed => "removed",
        ChangeKind.Changed => "changed",
        _ => "same",
    };
}
