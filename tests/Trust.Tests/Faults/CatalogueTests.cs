using System.Collections.Immutable;
using System.Reflection;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Faults;

public class CatalogueTests
{
    private static readonly ImmutableArray<(string Factory, Fault Fault)> All = Made(Sample);

    internal static IEnumerable<string> Codes => All.Select(made => made.Fault.Code).Distinct();

    [Fact]
    public void Every_number_is_given_once() =>
        Assert.Empty(All.GroupBy(f => f.Fault.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Factory))}"));

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
        Made(type => One(type, TimeSpan.FromSeconds(seconds))).Select(f => f.Fault.Text),
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

    private static ImmutableArray<(string Factory, Fault Fault)> Made(Func<Type, object?> sample) =>
        [.. typeof(FaultCatalogue).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(Fault))
            .Select(m => (m.Name, (Fault)m.Invoke(null, [.. m.GetParameters().Select(p => sample(p.ParameterType))])!))];

    private static object? One(Type type, TimeSpan time) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var number when number == typeof(int) => 1,
        var number when number == typeof(long) => 1L,
        var span when span == typeof(TimeSpan) => time,
        _ => Sample(type),
    };

    private static object? Sample(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Sample(inner) : SampleOf(type);

    private static object? SampleOf(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(Uri) => new Uri("https://mail.litwareinc.com/"),
        _ when type == typeof(Fault) => FaultCatalogue.RequiredMissing("sample", "sample"),
        _ when type == typeof(SigningCertificate) => Certs.Valid(1),
        _ when type == typeof(IReadOnlyCollection<SigningCertificate>) => new[] { Certs.Valid(1) },
        _ when type == typeof(LinkedAccount) => new LinkedAccount("account", []),
        _ when type == typeof(ImmutableArray<string>) => ImmutableArray.Create("one", "two"),
        _ when type == typeof(PartnerIdentity) => new PartnerIdentity(WellKnownApplications.Lync, PartnerKind.Direct, "litwareinc.com"),
        _ when typeof(IEnumerable<string>).IsAssignableFrom(type) => new[] { "one", "two" },
        _ when type == typeof(IEnumerable<ServerProduct>) => new[] { ServerProduct.LyncServer, ServerProduct.ExchangeServer },
        _ when type.IsValueType => Activator.CreateInstance(type),
        _ => throw new NotSupportedException($"Give the catalogue test a sample of {type}."),
    };
}
