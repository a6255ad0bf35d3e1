using Newtonsoft.Json.Linq;
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

    private static async Task<JObject> DrawAsync()
    {
        var asked = new JObject
        {
            ["charts"] = new JArray(Names.Select(name => new JObject { ["name"] = name, ["text"] = MermaidChart.Write(Samples.Of(name)) })),
            ["pictures"] = new JArray("rolled", "hostile"),
        };
        return JObject.Parse(await Chromium.RunAsync("draw.mjs", asked.ToString()));
    }
}
