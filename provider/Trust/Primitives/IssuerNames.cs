namespace PartnerTrust.Trust.Primitives;

/// <summary>The names of token issuers: <c>application@realm</c>, or the entity id of one that signs people in, which is a URL.</summary>
public static class IssuerNames
{
    private const string OfTenant = "https://sts.windows.net/";

    /// <summary>What follows the last <c>@</c>. Of an entity id it is the tenant that it names, else nothing: a farm that signs people in has no
    /// realm.</summary>
    public static string RealmOf(string issuer) => issuer.LastIndexOf('@') is var at and >= 0 ? issuer[(at + 1)..]
        : !IsEntityId(issuer) ? issuer
        : TenantIn(issuer);

    public static bool IsEntityId(string issuer) => issuer.Contains("://", StringComparison.Ordinal);

    private static string TenantIn(string entityId) =>
        entityId.StartsWith(OfTenant, StringComparison.OrdinalIgnoreCase)
        && entityId[OfTenant.Length..].TrimEnd('/') is var tenant && Guid.TryParseExact(tenant, "D", out _) ? tenant : "";
}
