using System.Collections.Immutable;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tokens;

/// <summary>What a server answers to a call without a good token: who it is and whose tokens it takes right now (domain.md 5.6).</summary>
/// <param name="ClientId">The application that the server is; the first part of the audience.</param>
/// <param name="Realm">The realm to ask tokens for; Exchange names none.</param>
/// <param name="TrustedIssuers">The issuers accepted at this moment.</param>
public sealed record BearerChallenge(string ClientId, string? Realm, ImmutableArray<string> TrustedIssuers)
{
    /// <summary>How many issuers a server names at most: a header has room for no more.</summary>
    public const int MostIssuers = 100;

    /// <summary>A user context asserted by an application, and an application asserted by a service.</summary>
    public const string DefaultTokenTypes = "app_asserted_user_v1 service_asserted_app_v1";

    public string TokenTypes { get; init; } = DefaultTokenTypes;

    /// <summary>Whether the server may accept issuers that it had no room to name.</summary>
    public bool IsFull => TrustedIssuers.Length >= MostIssuers;

    /// <summary>Only where a default authorization endpoint is configured.</summary>
    public string? AuthorizationUri { get; init; }

    /// <summary>For example <c>invalid_token</c>.</summary>
    public string? Error { get; init; }

    /// <summary>The challenge that a server makes. Exchange names no realm: there the caller uses its own.</summary>
    /// <param name="receiver">Who challenges.</param>
    /// <param name="self">The principal that it is, see <see cref="ReceiverNames.PrincipalOf"/>.</param>
    /// <param name="trustedIssuers">Whose tokens it takes at this moment.</param>
    public static BearerChallenge Of(Server receiver, PrincipalName self, ImmutableArray<string> trustedIssuers) =>
        new(self.Application, receiver.Product == ServerProduct.ExchangeServer ? null : self.Realm, trustedIssuers);

    /// <summary>The same, read from the state.</summary>
    public static BearerChallenge Of(Server receiver, TrustState state) =>
        Of(receiver, ReceiverNames.PrincipalOf(receiver, state), TrustedIssuersOf(state, receiver.Fqdn)) with
        {
            AuthorizationUri = AuthorizationUriOf(
                state.AuthorizationServers.Values.Where(record => record.Server == receiver.Fqdn)),
        };

    /// <summary>Where clients without a token are sent to sign in, on Exchange (domain.md 5.6); null where nowhere.</summary>
    public static string? AuthorizationUriOf(IEnumerable<AuthorizationServer> records) => records
        .Where(record => record is { IsForClients: true, IsDefaultAuthorizationEndpoint: true })
        .OrderBy(record => record.Name, StringComparer.Ordinal)
        .Select(record => new Uri(record.AuthMetadataUrl, SignInPathOf(record.Type)).AbsoluteUri)
        .FirstOrDefault();

    private static string SignInPathOf(AuthorizationServerType? type) =>
        type == AuthorizationServerType.ADFS ? "/adfs/oauth2/authorize" : "/common/oauth2/authorize";

    /// <summary>Whose tokens the server takes: enabled partners that issue for themselves, and authorization servers.</summary>
    public static ImmutableArray<string> TrustedIssuersOf(TrustState state, string server) =>
    [
        .. state.PartnerApplications.Values
            .Where(record => record.Server == server && record.Enabled && record.Source is not PartnerSource.AuthorizationServer)
            .Select(record => record.Issuer)
            .Concat(state.AuthorizationServers.Values.Where(record => record.Server == server && !record.IsForClients)
                .Select(record => record.Issuer))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Whom a token for this server is meant for. Where the server names no realm, the caller's own counts (domain.md 1.5,
    /// 5.5).</summary>
    /// <param name="host">The host name under which it is called, with the port where that is not the one of https.</param>
    /// <param name="client">Who calls.</param>
    public Audience AudienceAt(string host, PrincipalName client) => new(ClientId, host, Realm ?? client.Realm);

    /// <summary>The value of a <c>WWW-Authenticate</c> header.</summary>
    public string ToHeaderValue()
    {
        var parameters = new List<string> { Quoted("client_id", ClientId) };
        Add(parameters, "realm", Realm);
        Add(parameters, "trusted_issuers", TrustedIssuers.IsDefaultOrEmpty ? null : string.Join(',', TrustedIssuers));
        Add(parameters, "token_types", TokenTypes.Length == 0 ? null : TokenTypes);
        Add(parameters, "authorization_uri", AuthorizationUri);
        Add(parameters, "error", Error);
        return "Bearer " + string.Join(", ", parameters);
    }

    /// <summary>Finds the Bearer challenge in the value of a <c>WWW-Authenticate</c> header, also between other schemes.</summary>
    public static bool TryParse(string? headerValue, out BearerChallenge? challenge)
    {
        var parameters = ChallengeParameters.OfScheme(headerValue, "Bearer");
        challenge = parameters is null ? null : new BearerChallenge(
            parameters.GetValueOrDefault("client_id", ""),
            parameters.GetValueOrDefault("realm"),
            Issuers(parameters.GetValueOrDefault("trusted_issuers") ?? parameters.GetValueOrDefault("trustedissuers") ?? ""))
        {
            TokenTypes = parameters.GetValueOrDefault("token_types", ""),
            AuthorizationUri = parameters.GetValueOrDefault("authorization_uri"),
            Error = parameters.GetValueOrDefault("error"),
        };
        return challenge is not null;
    }

    public bool Equals(BearerChallenge? other) =>
        other is not null && ToHeaderValue() == other.ToHeaderValue();

    public override int GetHashCode() => ToHeaderValue().GetHashCode(StringComparison.Ordinal);

    private static ImmutableArray<string> Issuers(string list) =>
        [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static void Add(List<string> parameters, string name, string? value)
    {
        if (value is not null)
        {
            parameters.Add(Quoted(name, value));
        }
    }

    private static string Quoted(string name, string value) =>
        $"{name}=\"{string.Concat(value.Where(c => !char.IsControl(c))).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
