using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private const string Farm = "af90cc03-4a26-45e9-906a-609cebcebbde";
    private const string Pool = "lync02.fabrikam.com";

    private static IEnumerable<Remedy> Settings =>
    [
        Told("PT1101", "pulumi config set", Healthy.WithoutSetting("servers")),
        Told("PT1102", "Name the servers", Healthy.Setting("servers", "[]")),
        Told("PT1103", "Remove one of the entries", Servers($$"""{ fqdn: {{Lync}}, product: LyncServer }""")),
        Told("PT1104", "Correct the name", Healthy.Setting("mailboxes", Mailbox("smtpAddress: ann@fabrikam.com, server: ex02.fabrikam.com"))),
        Told("PT1041", "Correct the address", Healthy.Setting("mailboxes", Mailbox($"smtpAddress: ann, server: {Exchange}"))),
        Told("PT1105", "Correct the setting", Healthy.Setting("servers", "\"[{\"")),
        Told("PT1108", "Remove the setting", Healthy.Setting("shell", "[pwsh]"), Healthy),
        Told("PT1109", "Remove the members", Servers("{ fqdn: st.fabrikam.com, product: TokenServer, members: [a.fabrikam.com] }"),
            Servers("{ fqdn: st.fabrikam.com, product: TokenServer }")),
        Told("PT1119", "Remove it here or there", Servers($$"""{ fqdn: sp02.fabrikam.com, product: SharePointServer, realm: {{Farm}}, names: [{{Lync}}] }"""),
            Servers($$"""{ fqdn: sp02.fabrikam.com, product: SharePointServer, realm: {{Farm}} }""")),
        Told("PT1119", "set \"deployment\"",
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Pool}}, realm: contoso.com, names: [{{Lync}}] }"""),
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}}, names: [{{Lync}}] }""")) with { Where = "pools" },
        Told("PT1120", "Correct the name", Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: lync1.fabrikam.com }"""),
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}} }""")),
        Told("PT1121", "Correct the product", Servers($$"""{ fqdn: {{Pool}}, product: ExchangeServer, deployment: {{Lync}} }"""),
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}} }""")),
        Told("PT1122", "Move it to servers[0]",
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}}, realm: fabrikam.com }"""),
            Healthy.Setting("servers", $$"""
                [{ fqdn: {{Lync}}, product: LyncServer, realm: fabrikam.com }, { fqdn: {{Exchange}}, product: ExchangeServer },
                 { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }, { fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}} }]
                """)),
        Told("PT1123", "Set realm to what the server shows", Three("realm: contoso.com", "acceptedDomains: [contoso.com, fabrikam.com]")),
        Told("PT1123", "List the domains in acceptedDomains", Three("", "realm: corp.local, acceptedDomains: [corp.local]"), Three("", "realm: corp.local, acceptedDomains: [corp.local, fabrikam.com]")) with { Where = "Exchange" },
        Told("PT1124", "Set realm", Three("", "", farm: "")),
        Told("PT1125", "Set deployment to the fqdn of servers[0]", Servers($$"""{ fqdn: {{Pool}}, product: LyncServer }"""),
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Lync}} }""")),
        Told("PT1125", "or to its own", Servers($$"""{ fqdn: {{Pool}}, product: LyncServer }"""),
            Servers($$"""{ fqdn: {{Pool}}, product: LyncServer, deployment: {{Pool}} }""")) with { Where = "own" },
        Told("PT1040", "Correct the path", Healthy.Setting("dataDirectory", "\"data\\u0001\"")),
        Told("PT4004", "Set the realm", Three("realm: \"fabrikam com\"", "")),
    ];

    /// <summary>With a further server.</summary>
    private static RemedyProgram Servers(string further) => Healthy.Setting("servers", $$"""
        [{ fqdn: {{Lync}}, product: LyncServer }, { fqdn: {{Exchange}}, product: ExchangeServer },
         { fqdn: {{SharePoint}}, product: SharePointServer, realm: {{Farm}} }, {{further}}]
        """);

    /// <summary>The three servers, with further settings of each.</summary>
    private static RemedyProgram Three(string lync, string exchange, string farm = $"realm: {Farm}") => Healthy.Setting("servers", $$"""
        [{ fqdn: {{Lync}}, product: LyncServer, {{lync}} }, { fqdn: {{Exchange}}, product: ExchangeServer, {{exchange}} },
         { fqdn: {{SharePoint}}, product: SharePointServer, {{farm}} }]
        """);

    private static string Mailbox(string rest) => $$"""[{ sipUri: "sip:ann@fabrikam.com", {{rest}} }]""";
}
