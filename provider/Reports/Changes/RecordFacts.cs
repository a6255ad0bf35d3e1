using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Reports.Changes;

/// <summary>What the servers keep of one another, as titles and values that can be compared.</summary>
/// <param name="Server">Fqdn of the server that keeps it.</param>
/// <param name="Title">Such as <c>partner application "exchange"</c>.</param>
/// <param name="Facts">What it says.</param>
internal sealed record RecordFacts(string Server, string Title, ImmutableArray<(string Title, string Value)> Facts)
{
    private const string None = "none";

    public static IEnumerable<RecordFacts> AllOf(TrustState state) => state.PartnerApplications.Values.Select(Of)
        .Concat(state.AuthorizationServers.Values.Select(Of))
        .Concat(state.OAuthConfigurations.Values.Select(Of))
        .Concat(state.PublishedMetadata.SelectMany(server => server.Value.Distinct().Select(url =>
            new RecordFacts(server.Key, $"published document {url.AbsoluteUri}", []))));

    private static RecordFacts Of(PartnerApplication record) => new(record.Server, $"partner application \"{record.Name}\"",
    [
        ("issuer", IssuerOf(record)),
        ("from", SourceOf(record.Source)),
        ("keys", KeysOf(record.TrustedKeys)),
        ("enabled", YesOrNo(record.Enabled)),
        ("trust level", record.TrustLevel?.ToString() ?? None),
        ("trust broker", YesOrNo(record.IsTrustBroker)),
        ("linked account", record.LinkedAccount is { } account ? $"{account.Name} ({string.Join(", ", account.Roles)})" : None),
        ("takes security identifiers", YesOrNo(record.AcceptSecurityIdentifierInformation)),
    ]);

    private static RecordFacts Of(AuthorizationServer record) => new(record.Server, $"authorization server \"{record.Name}\"",
    [
        ("issuer", record.Issuer),
        ("realm", record.Realm),
        ("from", record.AuthMetadataUrl.AbsoluteUri),
        ("keys", KeysOf(record.TrustedKeys)),
        ("type", record.Type?.ToString() ?? None),
        ("default endpoint", YesOrNo(record.IsDefaultAuthorizationEndpoint)),
    ]);

    private static RecordFacts Of(OAuthConfiguration settings) => new(settings.Server, "OAuth settings",
    [
        ("realm", settings.Realm),
        ("service name", settings.ServiceName),
        ("Autodiscover of Exchange", settings.ExchangeAutodiscoverUrl?.AbsoluteUri ?? None),
        ("domains of it", settings.ExchangeAutodiscoverAllowedDomains.IsEmpty ? None : string.Join(", ", settings.ExchangeAutodiscoverAllowedDomains)),
        ("authorization server of clients", settings.ClientAuthorizationServer ?? None),
    ]);

    private static string IssuerOf(PartnerApplication record) =>
        $"{record.ApplicationIdentifier}@{record.Realm}" is var application && record.Issuer == application
            ? record.Issuer
            : $"{record.Issuer}, for {application}";

    private static string SourceOf(PartnerSource source) => source switch
    {
        PartnerSource.Metadata { TrustAnySslCertificate: true } document => $"{document.Url.AbsoluteUri}, whatever its TLS certificate",
        PartnerSource.Metadata document => document.Url.AbsoluteUri,
        PartnerSource.Certificate => "a certificate",
        _ => "an authorization server",
    };

    private static string KeysOf(ImmutableArray<SigningCertificate>? keys) => keys switch
    {
        null => "not shown",
        [] => None,
        { } some => string.Join(", ", some.Select(key => key.Thumbprint.ToString()).Order(StringComparer.Ordinal)),
    };

    private static string YesOrNo(bool value) => value ? "yes" : "no";
}
