using System.Collections.Immutable;
using System.Reflection;
using System.Text.RegularExpressions;
using PartnerTrust.Testing.Samples;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.ErrorPages;

/// <summary>How a message reads: what varies stands in angle brackets, or is a number or a time for example.</summary>
internal static partial class MessageForm
{
    public static object? Sample(ParameterInfo parameter) => (Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType) switch
    {
        var type when type == typeof(string) => Named(parameter),
        var type when type == typeof(int) => 2,
        var type when type == typeof(long) => 2L,
        var type when type == typeof(double) => 2.5,
        var type when type == typeof(TimeSpan) => TimeSpan.FromMinutes(5),
        var type when type == typeof(DateTimeOffset) => Certs.Now,
        var type when type == typeof(Thumbprint) => Certs.Valid(2).Thumbprint,
        var type when type == typeof(ImmutableArray<string>) => ImmutableArray.Create(Named(parameter)),
        var type when typeof(IEnumerable<string>).IsAssignableFrom(type) => new[] { Named(parameter) },
        var type => MadeFault.Sample(type),
    };

    public static string Of(Fault fault) => Key().Replace(fault.Text, "<thumbprint>");

    private static string Named(ParameterInfo parameter) => $"<{Hump().Replace(parameter.Name!, " $0").ToLowerInvariant()}>";

    [GeneratedRegex(@"[0-9A-F]{40} \(x5t [\w-]{27}\)|[0-9A-F]{40}")]
    private static partial Regex Key();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Hump();
}
