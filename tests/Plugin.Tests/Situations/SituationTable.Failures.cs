using PartnerTrust.Plugin.Tests.Remedies;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>Rows of domain.md 8 that a program can declare: they are told before the update, by the update, and of what is there.</summary>
internal static partial class SituationTable
{
    private static RemedyProgram Healthy => RemedyProgram.Healthy.With("check", Check);

    private static IEnumerable<Situation> Failures =>
    [
        new(
            "every domain but that of the users is listed, and theirs by a wildcard alone",
            "domain.md 8 row 9 (SA-WILD: the realm must be an explicit accepted domain)",
            Healthy.Setting("servers", $$"""
                [{ fqdn: {{Lync}}, product: LyncServer },
                 { fqdn: {{Exchange}}, product: ExchangeServer, realm: contoso.com, acceptedDomains: [contoso.com, "*.fabrikam.com"] },
                 { fqdn: {{SharePoint}}, product: SharePointServer, realm: af90cc03-4a26-45e9-906a-609cebcebbde }]
                """).ToString(),
            "PT1123 PT4011 PT5043",
            "PT4011"),
        new(
            "Lync's record on Exchange has no linked account",
            "domain.md 8 row 10 (SA-LINKED, 2000008: no valid permissions or linked account), 4.4",
            Healthy.With("lyncOnExchange", $$"""{ server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}" }""").ToString(),
            "PT4010",
            "PT4010"),
        new(
            "the record is disabled",
            "domain.md 8 row 17 (PS-PartnerApplication: Enabled)",
            Healthy.With("lyncOnExchange", $$"""
                { server: {{Exchange}}, name: lync, authMetadataUrl: "${lync.url}", enabled: false,
                  linkedAccount: { name: LyncEnterprise-ApplicationAccount } }
                """).ToString(),
            "PT5085",
            "PT4021"),
        new(
            "two users have one address",
            "domain.md 8 row 30 (SPD-TROUBLE: multiple profiles)",
            Healthy.Setting("mailboxes", $$"""
                [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: {{Exchange}} },
                 { sipUri: "sip:ann.smith@fabrikam.com", smtpAddress: ann@fabrikam.com, server: {{Exchange}} }]
                """).ToString(),
            "PT5073"),
        Refused(
            "Lync's path is used for Exchange",
            "domain.md 8 row 4 (SFB-APP, PS-CsPartnerApplication), 3.1",
            "PT3056",
            Healthy.With("exchangeOnLync", $$"""{ server: {{Lync}}, name: exchange, authMetadataUrl: "https://{{Exchange}}/metadata/json/1" }""")),
        Refused(
            "the URL of autodiscover is the one for mail clients",
            "domain.md 8 row 14 (PS-Test, SFB-PLAN), 4.2",
            "PT4015",
            Healthy.With("settings", $$"""{ server: {{Lync}}, exchangeAutodiscoverUrl: "https://{{Exchange}}/autodiscover/autodiscover.xml" }""")),
        Refused(
            "one partner is registered twice",
            "domain.md 8 row 16 (EX-SCRIPT)",
            "PT4001",
            Healthy.Adding("twin", "PartnerApplication", $$"""{ server: {{Lync}}, name: mail, authMetadataUrl: "${exchange.url}" }""", "exchangeOnLync")),
        Refused(
            "the thumbprint is in no certificate store",
            "domain.md 8 row 23 (SA-THUMB)",
            "PT2019",
            Healthy.With(
                "exchangeCertificate", $$"""{ server: {{Exchange}}, source: { thumbprint: "0123456789ABCDEF0123456789ABCDEF01234567" } }""")),
        Refused(
            "Exchange has no certificate to publish",
            "domain.md 8 row 3 (WIKI-S4B, SFB-APP: the metadata document could not be downloaded)",
            "PT3021",
            Healthy.Without("exchangeCertificate")),
    ];

    private static Situation Refused(string name, string source, string number, RemedyProgram program) =>
        new(name, source, program.ToString()) { Refusal = number };

    private const string Check = $$"""{ server: {{Lync}}, sipUri: "sip:ann@fabrikam.com", onFailure: warn, triggers: ["${lyncOnExchange.id}"] }""";
}
