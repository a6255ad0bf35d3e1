using System.Collections.Immutable;

namespace PartnerTrust.Trust.Servers;

/// <summary>Which products know what a trust can ask of them: the parameters of their cmdlets (domain.md 4.1–4.7, 6.1).</summary>
public static class ProductFeatures
{
    private static readonly ImmutableArray<ServerProduct> Lync = [ServerProduct.LyncServer];
    private static readonly ImmutableArray<ServerProduct> Exchange = [ServerProduct.ExchangeServer];
    private static readonly ImmutableArray<ServerProduct> LyncAndExchange = [ServerProduct.LyncServer, ServerProduct.ExchangeServer];
    private static readonly ImmutableArray<ServerProduct> LyncAndSharePoint = [ServerProduct.LyncServer, ServerProduct.SharePointServer];

    /// <summary>A previous signing certificate beside the current one (domain.md 2.1).</summary>
    public static ImmutableArray<ServerProduct> Generations { get; } =
        [.. Enum.GetValues<ServerProduct>().Where(product => ProductLifecycle.Of(product).KeepsGenerations)];

    /// <summary>Records of partners and of authorization servers.</summary>
    public static ImmutableArray<ServerProduct> Partners { get; } =
        [ServerProduct.LyncServer, ServerProduct.ExchangeServer, ServerProduct.SharePointServer];

    /// <summary>Records of partners alone: a third party's token server has its clients registered, too (domain.md 1.1).</summary>
    public static ImmutableArray<ServerProduct> Registrations => [.. Partners, ServerProduct.TokenServer];

    /// <summary>A global OAuth configuration that can be written.</summary>
    public static ImmutableArray<ServerProduct> OAuthConfiguration => Lync;

    public static ImmutableArray<ServerProduct> TrustLevels => Lync;

    /// <summary>An account whose roles a partner has that calls without a user.</summary>
    public static ImmutableArray<ServerProduct> LinkedAccounts => Exchange;

    /// <summary>Reading a document over TLS that nobody vouches for.</summary>
    public static ImmutableArray<ServerProduct> AnyTls => Exchange;

    /// <summary>A partner's key given as a certificate.</summary>
    public static ImmutableArray<ServerProduct> GivenKeys => [.. LyncAndSharePoint, ServerProduct.TokenServer];

    /// <summary>Partners that may speak for other applications.</summary>
    public static ImmutableArray<ServerProduct> TrustBrokers { get; } = [ServerProduct.SharePointServer];

    /// <summary>A word on whose authorization server it is, and servers that sign clients in.</summary>
    public static ImmutableArray<ServerProduct> TypesOfAuthorizationServers => LyncAndExchange;

    /// <summary>An authorization server to which clients without a token are sent.</summary>
    public static ImmutableArray<ServerProduct> DefaultAuthorizationEndpoints => Exchange;

    /// <summary>Partners for which an authorization server vouches; on SharePoint the authorization server is itself the record.</summary>
    public static ImmutableArray<ServerProduct> PartnersBehindAuthorizationServers => LyncAndExchange;

    /// <summary>Records that can be switched off; SharePoint has them or has them not.</summary>
    public static ImmutableArray<ServerProduct> Disabling => LyncAndExchange;

    public static ImmutableArray<ServerProduct> SecurityIdentifiers => LyncAndExchange;

    /// <summary>A realm beside the one in the authorization server's document.</summary>
    public static ImmutableArray<ServerProduct> RealmsOfAuthorizationServers => LyncAndSharePoint;

    /// <summary>A storage check of its own, with a choice of folder and binding.</summary>
    public static ImmutableArray<ServerProduct> StorageChecks => Lync;
}
