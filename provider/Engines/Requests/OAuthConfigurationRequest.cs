using System.Collections.Immutable;

namespace PartnerTrust.Engines.Requests;

/// <summary>The desired settings; null (or default) means the product's own default.</summary>
public sealed record OAuthConfigurationRequest(
    string Server, string? Realm, Uri? ExchangeAutodiscoverUrl, ImmutableArray<string> ExchangeAutodiscoverAllowedDomains);
