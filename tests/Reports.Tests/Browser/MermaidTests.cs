using Newtonsoft.Json.Linq;
using PartnerTrust.Reports.Changes;
using PartnerTrust.Reports.Mermaid;

namespace PartnerTrust.Reports.Tests.Browser;

/// <summary>Flowcharts as the real Mermaid draws them.</summary>
public sealed class MermaidTests
{
    private static readonly string[] Names = ["rolled", "triangle", "unknown-keys", "hostile", "long", "many", "empty"];

    private static readonly Lazy<Task<JObject>> Drawn = new(DrawAsync);

    public static TheoryData<string> Trusts => [.. Names];

    [SkippableTheory]
    [MemberData(nameof(Trusts))]
    public async Task Mermaid_draws_every_server_by_its_name_and_every_direction(string trust)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        var overview = Samples.Of(trust);

        var drawn = (await Drawn.Value)[trust]!;

        Assert.Null((string?)drawn["error"]);
        Assert.StartsWith("flowchart", (string?)drawn["kind"], StringComparison.Ordinal);
        Assert.Equal(overview.Directions.Length, (int)drawn["arrows"]!);
        var nodes = drawn["nodes"]!.Select(node => (string)node!).ToList();
        Assert.All(
            overview.Observation.State.Servers.Keys.Concat(overview.Observation.Unread.Select(unread => unread.Server)),
            server => Assert.Contains(nodes, node => node.StartsWith(Samples.Shown(server), StringComparison.Ordinal)));
        Assert.Equal(0, (int)drawn["markup"]!);
    }

    [SkippableTheory]
    [MemberData(nameof(Trusts))]
    public async Task Mermaid_draws_every_direction_of_a_change_both_ways(string trust)
    {
        Skip.If(Chromium.Missing is not null, Chromium.Missing);
        foreach (var (name, change) in ChangesOf(trust))
        {
            var drawn = (await Drawn.Value)[name]!;

            Assert.Null((string?)drawn["error"]);
            Assert.Equal(change.Directions.Length, (int)drawn["arrows"]!);
            Assert.Equal(0, (int)drawn["markup"]!);
        }
    }

    private static IEnumerable<(string Name, TrustChange Change)> ChangesOf(string trust) =>
    [
        ($"{trust} comes", TrustChange.Of(Samples.Of("empty"), Samples.Of(trust))),
        ($"{trust} goes", TrustChange.Of(Samples.Of(trust), Samples.Of("sound"))),
    ];

    private static async Task<JObject> DrawAsync()
    {
        var charts = Names.Select(name => (Name: name, Text: MermaidChart.Write(Samples.Of(name))))
            .Concat(Names.SelectMany(ChangesOf).Select(one => (one.Name, Text: ChangeChart.Write(one.Change))));
        var asked = new JObject
        {
            ["charts"] = new JArray(charts.Select(chart => new JObject { ["name"] = chart.Name, ["text"] = chart.Text })),
            ["pictures"] = new JArray("rolled", "hostile"),
        };
        return JObject.Parse(await Chromium.RunAsync("draw.mjs", asked.ToString()));
    }
}
