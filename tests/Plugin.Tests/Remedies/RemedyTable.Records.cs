using static PartnerTrust.Plugin.Tests.Remedies.RemedyFiles;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string Application = "5d4a7a3e-0c5e-4f1c-9a3e-6c1d2b7f8e90";

    private static IEnumerable<Remedy> Records =>
    [
        Told("PT4001", "remove it first", Healthy.Adding("twin", "PartnerApplication", $$"""{ server: {{Lync}}, name: mail, authMetadataUrl: "${exchange.url}" }""", "exchangeOnLync")),
        Told("PT7016", "choose another name",
            Healthy.Adding("twin", "PartnerApplication", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${sharePoint.url}" }""", "exchangeOnLync"),
            Healthy.Adding("twin", "PartnerApplication", $$"""{ server: {{Lync}}, name: farm, authMetadataUrl: "${sharePoint.url}" }""", "exchangeOnLync")),
        Told("PT4003", "Use the identifier", Behind($"applicationIdentifier: {Application.ToUpperInvariant()}, realm: fabrikam.com"),
            Behind($"applicationIdentifier: {Application}, realm: fabrikam.com")),
        Told("PT4004", "Set the realm", Behind($"applicationIdentifier: {Application}, realm: \"fabrikam com\""),
            Behind($"applicationIdentifier: {Application}, realm: fabrikam.com")) with { Where = "record" },
        Told("PT4005", "Register a cloud application behind an authorization server", OnFarm("\"*\""), OnFarm(Farm)),
        Told("PT4006", "Point the URL at the partner",
            Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${lync.url}" }"""),
            Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${exchange.url}" }""")),
        Told("PT4008", "Declare one",
            Healthy.Adding("cloud", "PartnerApplication", $$"""{ server: {{Lync}}, name: cloud, authorizationServer: { applicationIdentifier: {{Application}}, realm: fabrikam.com } }"""),
            Behind($"applicationIdentifier: {Application}, realm: fabrikam.com")) with { ToldBy = RemedyCommand.Status },
        Account("PT4009", "Add ArchiveApplication to linkedAccount.roles", ", roles: [UserApplication]", ", roles: [UserApplication, ArchiveApplication]"),
        Account("PT4036", "Correct it to \"UserApplication\"", ", roles: [UserApplicaton, ArchiveApplication]", ", roles: [UserApplication, ArchiveApplication]"),
        Told("PT4010", "Set linkedAccount",
            Healthy.With("lyncOnExchange", $$"""{ server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}" }""")),
        Told("PT4011", "Add the realm itself to the accepted domains of the server", Accepted("\"*.fabrikam.com\""), Accepted("\"*.fabrikam.com\", fabrikam.com")),
        Told("PT4012", "Add it to the accepted domains of the server", Accepted("contoso.com"), Accepted("contoso.com, fabrikam.com")),
        Told("PT4015", "Use https, and .svc", Healthy.With("settings", $$"""{ server: {{Lync}}, exchangeAutodiscoverUrl: "https://{{Exchange}}/autodiscover/autodiscover.xml" }""")),
        Told("PT4016", "list each domain as an entry of its own",
            LyncSettings("exchangeAutodiscoverAllowedDomains: [\"contoso.com;fabrikam.com\"]"), LyncSettings("exchangeAutodiscoverAllowedDomains: [contoso.com, fabrikam.com]")),
        Told("PT4018", "remove it first", Sts("sts").Adding("again", "AuthorizationServer", TokenRecord("again"), "trusted"), Sts("sts")),
        Told("PT4021", "Set enabled to true", Healthy.With("exchangeOnLync", Record("enabled: false")), Healthy.With("exchangeOnLync", Record("enabled: true"))) with
        {
            ToldBy = RemedyCommand.Status,
        },
        Told("PT4022", "Set trustLevel to Full", Healthy.With("exchangeOnLync", Record("trustLevel: User")), Healthy.With("exchangeOnLync", Record("trustLevel: Full"))) with
        {
            ToldBy = RemedyCommand.Status,
        },
        Told("PT4023", "Declare a PartnerApplication", Healthy.Without("exchangeOnLync").With("check", CheckOfLync)) with { ToldBy = RemedyCommand.Status },
        Told("PT4024", "Declare an OAuthConfiguration", Healthy.Without("settings", "check")) with { ToldBy = RemedyCommand.Status },
        Told("PT4027", "Use it in laboratories only", Healthy.With("lyncOnExchange", $$"""
            { server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}", trustAnySslCertificate: true,
              linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
            """)),
        Told("PT4034", "Declare it", LyncSettings("clientAuthorizationOAuthServerIdentity: adfs"),
            Adfs("""name: adfs, type: ADFS, authMetadataUrl: "https://sts.fabrikam.com/FederationMetadata/2007-06/FederationMetadata.xml" """)
                .With("settings", SettingsOf("clientAuthorizationOAuthServerIdentity: adfs")).After("settings", "adfs")),
        Told("PT4035", "leave the property out",
            Sts("sts").With("settings", SettingsOf("clientAuthorizationOAuthServerIdentity: sts")).After("settings", "trusted"), Sts("sts")),
        Told("PT4033", "Set the realm",
            OnFarm("fabrikam.com"), OnFarm(Farm)),
        Told("PT7015", "Correct the URL", Healthy.With("sharePoint", $$"""{ server: {{SharePoint}}, url: "https://{{Lync}}/metadata/json/1" }""")) with
        {
            ToldBy = RemedyCommand.Update,
        },
        new("PT4032", "dependsOn")
        {
            ToldBy = RemedyCommand.Update,
            Wrong = WithoutRecords.After("lync", "lyncCertificate").After("settings", "lync").With("settings", SettingsOf("realm: contoso.com")),
            Right = WithoutRecords.With("settings", SettingsOf("realm: contoso.com")),
        },
    ];

    private const string CheckOfLync = $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", onFailure: warn }""";

    private static RemedyProgram LyncSettings(string further) => Healthy.With("settings", SettingsOf(further));

    private static string SettingsOf(string further) =>
        $$"""{ server: {{Lync}}, exchangeAutodiscoverUrl: "https://{{Exchange}}/autodiscover/autodiscover.svc", {{further}} }""";

    private static Remedy Account(string number, string words, string wrong, string right) =>
        Told(number, words, Healthy.With("lyncOnExchange", AccountOf(wrong)), Healthy.With("lyncOnExchange", AccountOf(right)));

    private static string AccountOf(string roles) => $$"""
        { server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}",
          linkedAccount: { name: LyncEnterprise-ApplicationAccount{{roles}} } }
        """;

    private static RemedyProgram Accepted(string domains) => Healthy
        .Setting("mailboxes", $$"""[{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@contoso.com, server: {{Exchange}} }]""")
        .Setting("servers", $$"""
            [{ fqdn: {{Lync}}, product: LyncServer },
             { fqdn: {{Exchange}}, product: ExchangeServer, realm: contoso.com, acceptedDomains: [contoso.com, {{domains}}] },
             { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }]
            """).Without("check");

    /// <summary>Lync trusts a token server.</summary>
    private static RemedyProgram Sts(string name) => Healthy
        .Adding("stsCertificate", "CertificateBinding", $$"""{ server: {{TokenServer}}, source: { generate: {} } }""")
        .Adding("sts", "AuthMetadataEndpoint", $$"""{ server: {{TokenServer}} }""", "stsCertificate")
        .Adding("trusted", "AuthorizationServer", TokenRecord(name));

    private static string TokenRecord(string name) => $$"""{ server: {{Lync}}, name: {{name}}, authMetadataUrl: "${sts.url}" }""";

    private static RemedyProgram Behind(string identity) => Sts("sts")
        .Adding("cloud", "PartnerApplication", $$"""{ server: {{Lync}}, name: cloud, authorizationServer: { {{identity}} } }""", "trusted");

    private static RemedyProgram OnFarm(string realm, string? pem = null) => Healthy.Adding("issuer", "PartnerApplication", $$"""
        { server: {{SharePoint}}, name: issuer,
          certificate: { applicationIdentifier: {{Application}}, realm: {{realm}}, certificatePem: {{pem ?? Pem()}} } }
        """);
}
