using System.Collections.Immutable;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Tests.Faults;

public class CatalogueTests
{
    private static readonly ImmutableArray<MadeFault> All = MadeFault.All(parameter => MadeFault.Sample(parameter.ParameterType));

    internal static IEnumerable<string> Codes => All.Select(made => made.Fault.Code).Distinct();

    [Fact]
    public void Every_number_is_given_once() =>
        Assert.Empty(All.GroupBy(f => f.Fault.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Factory.Name))}"));

    [Fact]
    public void Every_number_is_PT_and_four_digits_in_a_known_range() =>
        Assert.Empty(All.Where(f => !System.Text.RegularExpressions.Regex.IsMatch(f.Fault.Code, "^PT(1[0-2]|20|30|40|50|60|70|8[01]|90)[0-9]{2}$")).Select(f => f.Fault.Code));

    [Fact]
    public void Every_fault_says_what_was_found_what_was_expected_and_what_to_do() =>
        Assert.Empty(All.Where(
            f => string.IsNullOrWhiteSpace(f.Fault.Found) || string.IsNullOrWhiteSpace(f.Fault.Expected) || string.IsNullOrWhiteSpace(f.Fault.Remedy))
            .Select(f => f.Fault.Code));

    [Fact]
    public void Every_fault_is_one_line() => Assert.Empty(All.Where(f => f.Fault.ToString().Contains('\n')).Select(f => f.Fault.Code));

    [Fact]
    public void Every_message_names_its_expectation_once() =>
        Assert.Empty(All.Where(f => f.Fault.Text.Split("Expected:").Length != 2).Select(f => f.Fault.Text));

    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(3600)]
    [InlineData(86400)]
    public void One_of_a_thing_is_not_told_as_many(int seconds) => Assert.DoesNotContain(
        MadeFault.All(parameter => One(parameter.ParameterType, TimeSpan.FromSeconds(seconds))).Select(f => f.Fault.Text),
        text => System.Text.RegularExpressions.Regex.IsMatch(
            text,
            @"(?<!to )\b1 (second|minute|hour|day|week|month|year|byte|bit|key|level|character|segment|mailboxe|certificate|server|record)s\b"));

    [Theory]
    [InlineData(0.5, "within 0.5 seconds.")]
    [InlineData(1, "within 1 second.")]
    [InlineData(4.9, "within 4.9 seconds.")]
    [InlineData(90, "within 90 seconds.")]
    public void Seconds_are_told_as_short_as_they_can_be(double seconds, string told)
    {
        Assert.EndsWith(
            told,
            FaultCatalogue.AnswerTooSlow(new Uri("https://mail.litwareinc.com/"), TimeSpan.FromSeconds(seconds)).Found,
            StringComparison.Ordinal);
        Assert.EndsWith(told, FaultCatalogue.OperationTimedOut(TimeSpan.FromSeconds(seconds)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_not_whole_is_told_and_so_is_one_that_is_too_large()
    {
        Assert.Equal("The value is 1.5, which is not whole.", FaultCatalogue.NumberNotWhole("keySize", 1.5).Found);
        Assert.Equal("The value is 3000000000.", FaultCatalogue.NumberNotWhole("keySize", 3e9).Found);
    }

    [Fact]
    public Task Every_message_reads_as_before() => Verify(string.Join(
        "\n",
        All.OrderBy(f => f.Fault.Code, StringComparer.Ordinal)
            .Select(f => $"{(f.Fault.IsWarning ? "warning" : "refusal")} {Scrubbed(f.Fault.ToString())}")));

    /// <summary>The sample certificates are made anew for each run.</summary>
    private static string Scrubbed(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9A-F]{40}", "<thumbprint>");

    private static object? One(Type type, TimeSpan time) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => 1,
        var number when number == typeof(long) => 1L,
        var span when span == typeof(TimeSpan) => time,
        _ => MadeFault.Sample(type),
    };
}
