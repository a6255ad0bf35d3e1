using PartnerTrust.Trust.Findings;

namespace PartnerTrust.Engines.Tests.Failures;

public sealed class FailureTableTests
{
    public static TheoryData<string> Names => [.. FailureTable.Rows.Select(row => row.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_known_failure_is_produced_detected_and_explained(string name)
    {
        var row = FailureTable.Rows.Single(row => row.ToString() == name);
        await using var world = await FailureWorld.StartAsync(row);

        await row.Produce(world);

        if (row.Finding is { } code)
        {
            var finding = await world.FindAsync(row.Number, code);
            Assert.NotNull(finding);
            Assert.All([finding.Fault.Found, finding.Fault.Expected, finding.Fault.Remedy, finding.Failure!.PossibleCause], Assert.NotEmpty);
        }

        Assert.Equal(row.Refusal, row.Observe is null ? null : await row.Observe(world));
        Assert.True(row.Finding is not null || row.Refusal is not null);
    }

    [Fact]
    public async Task Before_anything_is_produced_nothing_is_found()
    {
        await using var world = await FailureWorld.StartAsync(new FailureRow(0, "", _ => Task.CompletedTask)
        {
            Servers = [.. FailureWorld.Usual, Estate.SharePoint],
        });

        Assert.Empty(TrustFindings.Of(await world.Lab.ReadStateAsync(default), world.Installation.Time.GetUtcNow()));
        Assert.Null(await world.CheckAsync());
    }

    [Fact]
    public void Every_row_of_the_field_is_produced_or_said_to_be_elsewhere() => Assert.Equal(
        FailureCatalogue.All.Select(failure => failure.Number),
        FailureTable.Rows.Select(row => row.Number).Concat(FailureTable.Elsewhere.Keys).Distinct().Order());
}
