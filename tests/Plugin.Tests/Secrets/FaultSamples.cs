using System.Reflection;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Tests.Secrets;

/// <summary>Every fault of the catalogue, made from one text wherever it takes a text, a list of them or a URL.</summary>
internal static class FaultSamples
{
    private static readonly IReadOnlyList<MethodInfo> Factories =
        [.. typeof(FaultCatalogue).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Where(method => method.ReturnType == typeof(Fault) && method.GetParameters().All(parameter => IsKnown(parameter.ParameterType)))];

    /// <summary>As the catalogue makes them.</summary>
    public static IEnumerable<Fault> Of(string text)
    {
        var url = Uri.TryCreate(text, UriKind.Absolute, out var parsed) ? parsed : null;
        return Factories
            .Where(factory => url is not null || factory.GetParameters().All(parameter => parameter.ParameterType != typeof(Uri)))
            .Select(factory => (Fault)factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Sample(parameter, text, url))])!);
    }

    private static bool IsKnown(Type type) =>
        type == typeof(string) || type == typeof(Uri) || type.IsValueType || type == typeof(Fault)
        || type.IsAssignableFrom(typeof(string[])) || type.IsAssignableFrom(typeof(ServerProduct[]));

    private static object? Sample(ParameterInfo parameter, string text, Uri? url) => parameter.ParameterType switch
    {
        // Paths are made of names that the schema gives.
        _ when parameter.Name is "property" => "authMetadataUrl",
        var type when type == typeof(string) => text,
        var type when type == typeof(Uri) => url,
        var type when type == typeof(Fault) => FaultCatalogue.HostUnreachable(url ?? new Uri("https://litwareinc.com"), "HostNotFound"),
        var type when type.IsAssignableFrom(typeof(string[])) => new[] { text, "other" },
        var type when type.IsAssignableFrom(typeof(ServerProduct[])) => new[] { ServerProduct.LyncServer },
        var type when Nullable.GetUnderlyingType(type) is not null => null,
        var type => Activator.CreateInstance(type),
    };
}
