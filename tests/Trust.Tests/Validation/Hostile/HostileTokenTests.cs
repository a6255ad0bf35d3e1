using System.Diagnostics;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

public class HostileTokenTests
{
    private static readonly Dictionary<string, HostileCase> Cases = new HostileCase[][]
    {
        [.. AlgorithmCases.All()], [.. CryptographyCases.All()], [.. FormCases.All()], [.. IdentityCases.All()], [.. KindCases.All()],
    }.SelectMany(cases => cases).ToDictionary(hostile => hostile.ToString());

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_token_is_refused_where_it_must_and_its_twin_is_accepted(string name)
    {
        var hostile = Cases[name];

        var token = hostile.Token();
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var refused = Scene.AtExchange(token, hostile.State);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 64 << 20);
        Assert.Equal((hostile.Stage, hostile.Code), (refused.Steps[^1].Name, refused.Refusal?.Code));
        Assert.False(refused.Accepted);

        var accepted = Scene.AtExchange(hostile.Twin(), hostile.TwinState);
        Assert.True(accepted.Accepted, accepted.Refusal?.Text);
    }

    [Fact]
    public void The_attacks_are_many() => Assert.InRange(Cases.Count, 60, int.MaxValue);

    [Theory]
    [InlineData("3.1")]
    [InlineData("3.2")]
    [InlineData("3.3")]
    [InlineData("3.4")]
    [InlineData("3.5")]
    [InlineData("3.6")]
    [InlineData("3.7")]
    [InlineData("3.8")]
    [InlineData("3.9")]
    [InlineData("3.10")]
    [InlineData("3.11")]
    [InlineData("3.12")]
    public void Every_section_of_the_best_practices_is_attacked(string section) =>
        Assert.Contains(Cases.Values, hostile => hostile.Section == section);
}
