using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>The receiver's records about a principal. Records of one identifier but another kind (hybrid) stay apart (domain.md 4.6).</summary>
internal static class PartnerRecords
{
    /// <summary>Partners that issue for themselves under exactly this name, enabled ones first.</summary>
    public static ImmutableArray<PartnerApplication> OfIssuer(TokenContext context, string issuer) =>
        Where(context, record => record.Source is not PartnerSource.AuthorizationServer && Same(record.Issuer, issuer));

    /// <summary>Partners behind an authorization server. A record with an empty realm is a cloud application's: the authorization server
    /// vouches for the realm.</summary>
    public static ImmutableArray<PartnerApplication> BehindAuthorizationServer(TokenContext context, PrincipalName client) =>
        Where(context, record => record.Source is PartnerSource.AuthorizationServer
            && Same(record.ApplicationIdentifier, client.Application)
            && (record.Realm.Length == 0 || Same(record.Realm, client.Realm)));

    /// <summary>Of several records of the issuer, the first in order of name.</summary>
    public static AuthorizationServer? AuthorizationServerOf(TokenContext context, string issuer)
    {
        AuthorizationServer? first = null;
        foreach (var (key, record) in context.State.AuthorizationServers)
        {
            if (Same(key.Server, context.Receiver.Fqdn) && !record.IsForClients && Same(record.Issuer, issuer)
                && (first is null || string.CompareOrdinal(record.Name, first.Name) < 0))
            {
                first = record;
            }
        }

        return first;
    }

    /// <summary>A registered issuer that differs in letters or realm only; helps to see what is wrong.</summary>
    public static string? NearMissOf(TokenContext context, PrincipalName issuer) =>
        Where(context, record => record.Source is not PartnerSource.AuthorizationServer
            && record.ApplicationIdentifier.Equals(issuer.Application, StringComparison.OrdinalIgnoreCase))
            .Select(record => record.Issuer)
            .FirstOrDefault();

    private static ImmutableArray<PartnerApplication> Where(TokenContext context, Func<PartnerApplication, bool> condition)
    {
        var found = ImmutableArray.CreateBuilder<PartnerApplication>();
        foreach (var (key, record) in context.State.PartnerApplications)
        {
            if (Same(key.Server, context.Receiver.Fqdn) && condition(record))
            {
                found.Add(record);
            }
        }

        return found.Count > 1
            ? [.. found.OrderByDescending(record => record.Enabled).ThenBy(record => record.Name, StringComparer.Ordinal)]
            : found.ToImmutable();
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
