namespace PartnerTrust.Architecture.Tests;

/// <summary>What counts as a test of a fault.</summary>
public sealed class ExpectedFaultsTests
{
    [Theory]
    [InlineData("""Assert.Equal("PT0001", fault.Code);""")]
    [InlineData("""[InlineData("PT0001", 3)]""")]
    [InlineData("""yield return ("PT0001", "https://litwareinc.com");""")]
    [InlineData("""Assert.Equal("source.pfxFile: PT0001: It cannot be read.", text);""")]
    public void A_number_that_a_literal_begins_with_is_expected(string line) => Assert.Equal(["PT0001"], ExpectedFaults.InCode(line));

    [Theory]
    [InlineData("""/// <summary>As PT0001 says.</summary>""")]
    [InlineData("""Check(); // "PT0001" """)]
    [InlineData("""Assert.DoesNotContain("PT0001", text);""")]
    [InlineData("""Assert.NotEqual("PT0001", fault.Code);""")]
    [InlineData("""Send("see PT0001");""")]
    [InlineData("""public void PT0001_is_refused()""")]
    public void A_number_that_is_only_mentioned_is_not(string line) => Assert.Empty(ExpectedFaults.InCode(line));

    [Fact]
    public void A_snapshot_expects_the_messages_in_it() =>
        Assert.Equal(["PT0001"], ExpectedFaults.InSnapshot("  server - PT0001: It is unknown.\n  see PT0002\n"));

    [Fact]
    public void Tables_count_where_a_test_reads_them()
    {
        var files = new Dictionary<string, string>
        {
            ["ReaderTests"] = "[Theory] public void Refused() => Rows.All",
            ["Rows"] = "All => MoreRows.All",
            ["MoreRows"] = "",
            ["Unread"] = "Rows",
        };

        Assert.Equal(["MoreRows", "ReaderTests", "Rows"], ExpectedFaults.ReadByTests(files).Order(StringComparer.Ordinal));
    }
}
