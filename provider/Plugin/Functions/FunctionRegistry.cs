using PartnerTrust.Plugin.Schema;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;

namespace PartnerTrust.Plugin.Functions;

/// <summary>Every function of the package.</summary>
public sealed class FunctionRegistry(PackageSchema schema, IEnumerable<FunctionType> functions)
{
    private readonly Dictionary<string, FunctionType> byToken = functions.ToDictionary(type => PackageTokens.Of(type.Name), StringComparer.Ordinal);

    public static FunctionRegistry Of(PackageSchema schema) => new(
        schema,
        [
            new GetAuthMetadata(),
            new GetPartnerApplications(),
            new GetCertificateBinding(),
            new ExplainTrust(),
            new PlanRollover(),
        ]);

    public (FunctionType Function, FunctionSchema Schema) Find(string token) =>
        byToken.TryGetValue(token, out var found) && schema.FindFunction(token) is { } described
            ? (found, described)
            : throw new FaultException(FaultCatalogue.FunctionUnknown(token, Suggestion.For(token, byToken.Keys)));
}
