using System.Collections.Immutable;
using System.Reflection;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Faults;

public class CatalogueTests
{
    private static readonly ImmutableArray<(string Factory, Fault Fault)> All =
        [.. typeof(FaultCatalogue).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(m => m.ReturnType == typeof(Fault))
            .Select(m => (m.Name, (Fault)m.Invoke(null, [.. m.GetParameters().Select(p => Sample(p.ParameterType))])!))];

    [Fact]
    public void Every_number_is_given_once() =>
        Assert.Empty(All.GroupBy(f => f.Fault.Code).Where(g => g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g.Select(f => f.Factory))}"));

    [Fact]
    public void Every_number_is_PT_and_four_digits_in_a_known_range() =>
        Assert.Empty(All.Where(f => !System.Text.RegularExpressions.Regex.IsMatch(f.Fault.Code, "^PT(1[0-2]|20|30|40|50|60|70|80|90)[0-9]{2}$")).Select(f => f.Fault.Code));

    [Fact]
    public void Every_fault_says_what_was_found_what_was_expected_and_what_to_do() =>
        Assert.Empty(All.Where(f => string.IsNullOrWhiteSpace(f.Fault.Found) || string.IsNullOrWhiteSpace(f.Fault.Expected) || string.IsNullOrWhiteSpace(f.Fault.Remedy))
            .Select(f => f.Fault.Code));

    [Fact]
    public void Every_fault_is_one_line() => Assert.Empty(All.Where(f => f.Fault.ToString().Contains('\n')).Select(f => f.Fault.Code));

    [Fact]
    public void Every_message_reads_as_before() => Snapshot.Match(string.Join(
        "\n",
        All.OrderBy(f => f.Fault.Code, StringComparer.Ordinal)
            .Select(f => $"{(f.Fault.IsWarning ? "warning" : "refusal")} {Scrubbed(f.Fault.ToString())}")));

    /// <summary>The sample certificates are made anew for each run.</summary>
    private static string Scrubbed(string text) => System.Text.RegularExpressions.Regex.Replace(text, "[0-9A-F]{40}", "<thumbprint>");

    private static object? Sample(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Sample(inner) : SampleOf(type);

    private static object? SampleOf(Type type) => type switch
    {
        _ when type == typeof(string) => "sample",
        _ when type == typeof(Uri) => new Uri("https://mail.litwareinc.com/"),
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
