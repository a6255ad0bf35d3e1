using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Reports.Status;

namespace PartnerTrust.Reports.Tests.Status;

/// <summary>Metrics as a parser of Prometheus' own format reads them: the same facts as for programs.</summary>
public sealed class MetricsTests
{
    private static readonly string[] Names = ["empty", "sound", "rolled", "staged", "unknown-keys", "triangle", "hostile", "long", "many"];

    private static readonly Lazy<Task<JObject>> Read = new(ReadAsync);

    public static TheoryData<string> Trusts => [.. Names];

    [SkippableTheory]
    [MemberData(nameof(Trusts))]
    public async Task A_parser_reads_the_facts_that_programs_are_told(string trust)
    {
        Skip.If(NodeScript.Missing is not null, NodeScript.Missing);
        var (families, told) = ((JArray)(await Read.Value)[trust]!, StatusJson.Of(Samples.Of(trust)));

        Assert.All(families, family => Assert.Equal("GAUGE", (string?)family["type"]));
        Assert.All(families, family => Assert.NotEqual("", (string?)family["help"]));
        Assert.Equal(families.Count, families.Select(family => (string?)family["name"]).Distinct().Count());
        Assert.Equal([(int)Samples.Of(trust).Severity], ValuesOf(families, "partnertrust_severity").Select(value => (int)value));
        Assert.Equal(
            Sorted(told["directions"]!.SelectMany(direction => new[] { ("user", "forUser"), ("application", "forItself") }
                .Where(call => direction[call.Item2]!.HasValues)
                .Select(call => (string?)direction[call.Item2]!["verdict"] == "refused"
                    ? $"{direction["from"]} {direction["to"]} {call.Item1} 0"
                    : $"{direction["from"]} {direction["to"]} {call.Item1} 1"))).Where(line => Matter(trust).Contains(line[..^2])),
            Sorted(LabelsOf(families, "partnertrust_direction_accepted", "from", "to", "call")));
        Assert.Equal(
            Sorted(told["certificates"]!.Select(one => $"{one["server"]} {one["slot"]} {one["thumbprint"]} {Seconds((string)one["notAfter"]!)}")),
            Sorted(LabelsOf(families, "partnertrust_certificate_not_after_timestamp_seconds", "server", "slot", "thumbprint")));
        Assert.Equal(
            Sorted(told["findings"]!.GroupBy(one => $"{one["number"]} {one["server"]} {one["severity"]}").Select(same => $"{same.Key} {same.Count()}")),
            Sorted(LabelsOf(families, "partnertrust_findings", "number", "server", "severity")));
    }

    [Fact]
    public void Each_family_stands_together_with_its_help_and_its_type_before_it()
    {
        foreach (var name in Names)
        {
            var lines = StatusMetrics.Write(Samples.Of(name)).Split('\n')[..^1];
            var family = "";
            var seen = new HashSet<string>();
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i].StartsWith("# HELP ", StringComparison.Ordinal))
                {
                    family = lines[i].Split(' ')[2];
                    Assert.True(seen.Add(family), family);
                    Assert.StartsWith($"# TYPE {family} ", lines[++i], StringComparison.Ordinal);
                }
                else
                {
                    Assert.Matches($@"^{family}(\{{.*\}})? -?[0-9.]+$", lines[i]);
                }
            }
        }
    }

    /// <summary>The calls that somebody makes: of the others no metrics are told.</summary>
    private static HashSet<string> Matter(string trust) =>
    [
        .. from direction in Samples.Of(trust).Directions
           from call in new[] { direction.ForUser, direction.ForItself }.OfType<CallReport>()
           where direction.Matters(call)
           select $"{direction.Direction.From.Fqdn} {direction.Direction.To.Fqdn} {(call.SipUri is null ? "application" : "user")}",
    ];

    private static long Seconds(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeSeconds();

    private static IEnumerable<string> Sorted(IEnumerable<string> lines) => lines.Order(StringComparer.Ordinal);

    private static IEnumerable<double> ValuesOf(JArray families, string name) =>
        MetricsOf(families, name).Select(metric => double.Parse((string)metric["value"]!, CultureInfo.InvariantCulture));

    private static IEnumerable<string> LabelsOf(JArray families, string name, params string[] labels) =>
        MetricsOf(families, name).Select(metric => string.Join(' ', labels.Select(label => (string?)metric["labels"]![label]).Append((string?)metric["value"])));

    private static IEnumerable<JToken> MetricsOf(JArray families, string name) =>
        families.SingleOrDefault(family => (string?)family["name"] == name)?["metrics"] ?? Enumerable.Empty<JToken>();

    private static async Task<JObject> ReadAsync()
    {
        var asked = new JObject(Names.Select(name => new JProperty(name, StatusMetrics.Write(Samples.Of(name)))));
        return (JObject)JsonConvert.DeserializeObject(
            await NodeScript.RunAsync("metrics.mjs", asked.ToString()),
            new JsonSerializerSettings { DateParseHandling = DateParseHandling.None })!;
    }
}
