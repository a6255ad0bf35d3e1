using System.Collections.Immutable;
using System.Reflection;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing.Samples;

/// <summary>A fault of the catalogue, made of made-up values.</summary>
/// <param name="Factory">The method that makes it.</param>
/// <param name="Fault">What it made.</param>
public sealed record MadeFault(MethodInfo Factory, Fault Fault)
{
    /// <summary>The whole catalogue, each number once.</summary>
    /// <param name="sample">A value for a parameter of a factory.</param>
    public static ImmutableArray<MadeFault> All(Func<ParameterInfo, object?> sample) =>
        [.. typeof(FaultCatalogue).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(factory => factory.ReturnType == typeof(Fault))
            .Select(factory => new MadeFault(factory, (Fault)factory.Invoke(null, [.. factory.GetParameters().Select(sample)])!))];

    /// <summary>Some value of a type that a factory takes, the same each time.</summary>
    public static object? Sample(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Sample(inner) : SampleOf(type);

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
        _ => throw new NotSupportedException($"Give the catalogue a sample of {type}."),
    };
}
