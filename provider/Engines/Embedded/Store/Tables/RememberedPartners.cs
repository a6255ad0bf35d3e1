using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Emulator;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Engines.Operations;
using PartnerTrust.Trust;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Embedded.Store.Tables;

/// <summary>The records of one server's partners and token servers as of some moment, as far as judging tokens needs them: keys are kept as
/// they were, wherever they came from.</summary>
internal sealed record RememberedPartners(
    ImmutableArray<PartnerApplication> Applications, ImmutableArray<AuthorizationServer> AuthorizationServers)
{
    public static RememberedPartners Of(SqliteSession session, string server) =>
        new([.. StateSlices.ListAll(session, server)], [.. session.AuthorizationServers.List(server)]);

    /// <summary>The state with these records in place of its own.</summary>
    public TrustState Answer(TrustState now, ReceiverQuery query) => now with
    {
        PartnerApplications = Applications.Where(partner => query.ApplicationIdentifiers.Contains(partner.ApplicationIdentifier))
            .ToImmutableDictionary(partner => (partner.Server, partner.Name)),
        AuthorizationServers = AuthorizationServers.Where(known => query.ApplicationIdentifiers.Contains(known.Issuer.Split('@')[0]))
            .ToImmutableDictionary(known => (known.Server, known.Name)),
    };

    public string Format() => new JObject
    {
        ["applications"] = new JArray(Applications.Select(Write)),
        ["authorizationServers"] = new JArray(AuthorizationServers.Select(Write)),
    }.ToString(Formatting.None);

    public static RememberedPartners Parse(string text)
    {
        var records = JObject.Parse(text);
        return new([.. records["applications"]!.Select(ReadApplication)], [.. records["authorizationServers"]!.Select(ReadServer)]);
    }

    private static JObject Write(PartnerApplication partner) => new()
    {
        ["server"] = partner.Server,
        ["name"] = partner.Name,
        ["url"] = (partner.Source as PartnerSource.Metadata)?.Url.AbsoluteUri,
        ["trustAny"] = (partner.Source as PartnerSource.Metadata)?.TrustAnySslCertificate,
        ["key"] = (partner.Source as PartnerSource.Certificate)?.Key is { } key ? Write(key) : null,
        ["applicationIdentifier"] = partner.ApplicationIdentifier,
        ["realm"] = partner.Realm,
        ["issuer"] = partner.Issuer,
        ["keys"] = new JArray(partner.TrustedKeys.Select(Write)),
        ["trustLevel"] = partner.TrustLevel?.ToString(),
        ["enabled"] = partner.Enabled,
        ["acceptSid"] = partner.AcceptSecurityIdentifierInformation,
        ["account"] = partner.LinkedAccount?.Name,
        ["roles"] = partner.LinkedAccount is { } account ? new JArray(account.Roles) : null,
    };

    private static PartnerApplication ReadApplication(JToken written) => new(
        Text(written, "server"), Text(written, "name"), SourceOf(written), Text(written, "applicationIdentifier"), Text(written, "realm"),
        Text(written, "issuer"), KeysOf(written), (string?)written["trustLevel"] is { } level ? Enum.Parse<TrustLevel>(level) : null,
        (bool)written["enabled"]!, (bool)written["acceptSid"]!,
        (string?)written["account"] is { } account ? new LinkedAccount(account, [.. written["roles"]!.Select(role => (string)role!)]) : null);

    private static JObject Write(AuthorizationServer known) => new()
    {
        ["server"] = known.Server,
        ["name"] = known.Name,
        ["url"] = known.AuthMetadataUrl.AbsoluteUri,
        ["realm"] = known.Realm,
        ["issuer"] = known.Issuer,
        ["keys"] = new JArray(known.TrustedKeys.Select(Write)),
    };

    private static AuthorizationServer ReadServer(JToken written) => new(
        Text(written, "server"), Text(written, "name"), new Uri(Text(written, "url")), Text(written, "realm"), Text(written, "issuer"), KeysOf(written));

    private static PartnerSource SourceOf(JToken written) =>
        (string?)written["url"] is { } url ? new PartnerSource.Metadata(new Uri(url), (bool)written["trustAny"]!)
        : (string?)written["key"] is { } key ? new PartnerSource.Certificate(Text(written, "applicationIdentifier"), Text(written, "realm"), ReadKey(key))
        : new PartnerSource.AuthorizationServer(Text(written, "applicationIdentifier"), Text(written, "realm"));

    private static ImmutableArray<SigningCertificate> KeysOf(JToken written) => [.. written["keys"]!.Select(key => ReadKey((string)key!))];

    private static string Write(SigningCertificate key) => Convert.ToBase64String(key.Der.AsSpan());

    private static SigningCertificate ReadKey(string text) => CertificateReader.Read(Convert.FromBase64String(text));

    private static string Text(JToken written, string name) =>
        (string?)written[name] ?? throw new DamagedCellException("a remembered record lacks a value");
}
