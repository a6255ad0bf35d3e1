namespace PartnerTrust.Architecture.Tests;

/// <summary>Each message says what is to be done, and a test does it, or a reason is given why none does.</summary>
public sealed class RemedyCoverageTests
{
    [Fact]
    public void Every_remedy_is_followed_by_a_test_or_a_reason_is_given() => Assert.Equal(
        Catalogue().Except(Followed()).Order(StringComparer.Ordinal), UnfollowedRemedies.All.Keys);

    private static IEnumerable<string> Catalogue() =>
        Repository.SourceFiles("provider/Trust/Faults").SelectMany(file => ExpectedFaults.InCode(File.ReadAllText(file))).Distinct();

    private static IEnumerable<string> Followed() => Repository.SourceFiles("tests")
        .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "Remedies")
        .SelectMany(file => ExpectedFaults.InCode(File.ReadAllText(file)));
}
