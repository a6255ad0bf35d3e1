using static PartnerTrust.Plugin.Tests.Remedies.RemedyFiles;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private static IEnumerable<Remedy> Inputs =>
    [
        Told("PT1001", "Set the property", Healthy.With("settings", """
            { exchangeAutodiscoverUrl: "https://ex01.fabrikam.com/autodiscover/autodiscover.svc" }
            """)),
        Told("PT1002", "Correct the name", Healthy.With("exchange", $$"""{ sever: {{Exchange}}, server: {{Exchange}} }""")),
        Told("PT1003", "Change the value's type",
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: sixty }"""),
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: 60 }""")),
        Told("PT1004", "Choose one of these",
            Healthy.With("exchangeOnLync", Record("trustLevel: Ful")), Healthy.With("exchangeOnLync", Record("trustLevel: Full"))),
        Told("PT1005", "Pass the value itself", Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${exchange}" }"""),
            Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${exchange.url}" }""")),
        Told("PT1006", "Correct the name", Healthy.With("exchange", "{ server: ex02.fabrikam.com }")),
        Told("PT1006", "add the server", Further, Servers("{ fqdn: ex02.fabrikam.com, product: ExchangeServer }")
            .Adding("further", "CertificateBinding", "{ server: ex02.fabrikam.com, source: { generate: {} } }")) with { Where = "added" },
        Told("PT1007", "Give the whole name", Healthy.With("exchange", $$"""{ server: "https://{{Exchange}}" }""")),
        Told("PT1008", "Keep one of them",
            Healthy.With("lyncCertificate", $$"""
                { server: {{Lync}}, source: { generate: {}, thumbprint: 0123456789012345678901234567890123456789 } }
                """)),
        Told("PT1010", "Correct the address", Healthy.With("check", $$"""{ server: {{Lync}}, sipUri: ann@fabrikam.com }""")),
        Told("PT1011", "Remove the property", Healthy.With("lyncOnExchange", $$"""
            { server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", trustLevel: Full,
              linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
            """)),
        Told("PT1012", "Choose another name", Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: a/b, authMetadataUrl: "${exchange.url}" }""")),
        Told("PT1014", "Correct the time", Healthy.Adding("staged", "CertificateBinding", $$"""
            { server: {{TokenServer}}, source: { generate: {} }, effectiveDate: "2026-06-01T00:00:00" }
            """), Healthy.Adding("staged", "CertificateBinding", $$"""
            { server: {{TokenServer}}, source: { generate: {} }, effectiveDate: "2026-06-01T00:00:00Z" }
            """)),
        Told("PT1015", "Encode the file again",
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { pfx: "not base64!", pfxPassword: right } }"""),
            Healthy.With("lyncCertificate", Imported(Lync))),
        FromFile("PT1016", "Correct the path", "elsewhere.pfx"),
        FromFile("PT1038", "Check that the path leads to the right file", "large.pfx") with
        {
            Damage = stack => Done(() => File.WriteAllBytes(Path.Combine(stack.DataDirectory, "..", "..", "large.pfx"), new byte[4 << 20])),
        },
        Told("PT1018", "remove the property",
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {}, pfxPassword: right } }""")),
        Told("PT1021", "Choose a value in that range",
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: -1 }"""),
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: 0 }""")),
        Told("PT1023", "Choose another server", Healthy.With("settings", $$"""{ server: {{Exchange}} }""")),
        Told("PT1026", "\"probe\"", SharePointCheck(""), SharePointCheck("method: probe")),
        Told("PT1027", "Set the property", SharePointCheck("method: probe, target: null"), SharePointCheck("method: probe")),
        Told("PT1030", "Correct the number",
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: 1.5 }"""),
            Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: {} }, renewBeforeDays: 2 }""")),
        Told("PT1035", "Remove one of the two", Healthy.Adding("again", "AuthMetadataEndpoint", $$"""{ server: {{Exchange}} }""", "exchange")),
        Told("PT1042", "or remove it", Healthy.With("settings", SettingsOf("clientAuthorizationOAuthServerIdentity: \" \""))),
        Told("PT1043", "Correct the name",
            Healthy.With("check", $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", hostNameStorageService: "https://fe01", binding: NetTCP }""")),
        Told("PT1044", "Set type",
            Adfs("""name: adfs, authMetadataUrl: "https://sts.fabrikam.com/FederationMetadata/2007-06/FederationMetadata.xml" """),
            Adfs("""name: adfs, type: ADFS, authMetadataUrl: "https://sts.fabrikam.com/FederationMetadata/2007-06/FederationMetadata.xml" """)),
    ];

    private static Remedy FromFile(string number, string words, string path) => new(number, words)
    {
        Wrong = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { pfxFile: {{path}}, pfxPassword: right } }"""),
        Right = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { pfxFile: certificate0.pfx, pfxPassword: right } }"""),
        Act = stack => stack.WriteCertificatesAsync(),
    };

    private static readonly RemedyProgram Further =
        Healthy.Adding("further", "CertificateBinding", "{ server: ex02.fabrikam.com, source: { generate: {} } }");

    private static string Record(string further) =>
        $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "${exchange.url}", refreshTrigger: "${exchange.fingerprint}", {{further}} }""";

    /// <summary>With a certificate out of a file.</summary>
    private static string Imported(string server) =>
        $$"""{ server: {{server}}, source: {{Pfx("CN=fabrikam.com", -1, 400)}} }""";

    private static RemedyProgram SharePointCheck(string method) => Healthy
        .Adding("sharePointOnExchange", "PartnerApplication", $$"""
            { server: {{Exchange}}, name: farm, authMetadataUrl: "${sharePoint.url}", linkedAccount: { name: SharePoint-ApplicationAccount } }
            """)
        .Adding("exchangeOnSharePoint", "PartnerApplication", $$"""{ server: {{SharePoint}}, name: exchange, authMetadataUrl: "${exchange.url}" }""")
        .Adding("farmCheck", "ConnectivityCheck", method.Contains("target", StringComparison.Ordinal)
            ? $$"""{ server: {{SharePoint}}, sipUri: "sip:ann@fabrikam.com", method: probe }"""
            : $$"""{ server: {{SharePoint}}, target: {{Exchange}}, sipUri: "sip:ann@fabrikam.com"{{(method.Length == 0 ? ", method: storage" : ", " + method)}} }""",
            "sharePointOnExchange exchangeOnSharePoint");

    private static RemedyProgram Adfs(string properties) => Healthy
        .Adding("stsCertificate", "CertificateBinding", $$"""{ server: {{TokenServer}}, source: { generate: {} } }""")
        .Adding("sts", "AuthMetadataEndpoint",
            $$"""{ server: {{TokenServer}}, url: "https://{{TokenServer}}/FederationMetadata/2007-06/FederationMetadata.xml" }""", "stsCertificate")
        .Adding("adfs", "AuthorizationServer", $$"""{ server: {{Lync}}, {{properties}} }""", "sts");
}
