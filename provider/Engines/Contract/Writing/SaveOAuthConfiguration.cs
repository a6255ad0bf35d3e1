using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>The desired settings; null (or default) means the product's own default.</summary>
public sealed record SaveOAuthConfiguration(
    string Server, string? Realm, Uri? ExchangeAutodiscoverUrl, ImmutableArray<string> ExchangeAutodiscoverAllowedDomains)
{
    /// <summary>The name of the authorization server at which clients sign in.</summary>
    public string? ClientAuthorizationServer { get; init; }

    /// <summary>These settings and no others.</summary>
    public static SaveOAuthConfiguration Of(OAuthConfiguration settings) => new(
        settings.Server, settings.Realm, settings.ExchangeAutodiscoverUrl, settings.ExchangeAutodiscoverAllowedDomains)
    {
        ClientAuthorizationServer = settings.ClientAuthorizationServer,
    };
}
