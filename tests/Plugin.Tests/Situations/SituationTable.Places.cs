namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>Servers that are reached in more ways than by their own name and port 443.</summary>
internal static partial class SituationTable
{
    private static IEnumerable<Situation> Places =>
    [
        new(
            "several names of each server",
            "domain.md 2.2 (web services of a pool), 3.1 (autodiscover or server name), 5.5 (the host of an audience is any name of the server)",
            """
            name: names
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - fqdn: pool01.fabrikam.com
                    product: LyncServer
                    names: [lyncweb.fabrikam.com, lyncweb-int.fabrikam.com, meet.fabrikam.com]
                  - fqdn: ex01.fabrikam.com
                    product: ExchangeServer
                    names: [mail.fabrikam.com, autodiscover.fabrikam.com]
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              lyncCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: pool01.fabrikam.com, source: { generate: { subject: CN=fabrikam.com } } }
              exchangeCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: mail.fabrikam.com, source: { generate: {} } }
              lyncDocument:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: pool01.fabrikam.com, url: "https://lyncweb.fabrikam.com/metadata/json/1" }
                options: { dependsOn: ["${lyncCertificate}", "${settings}"] }
              exchangeDocument:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: ex01.fabrikam.com, url: "https://mail.fabrikam.com/autodiscover/metadata/json/1" }
                options: { dependsOn: ["${exchangeCertificate}"] }
              settings:
                type: partnertrust:OAuthConfiguration
                properties:
                  server: pool01.fabrikam.com
                  exchangeAutodiscoverUrl: https://autodiscover.fabrikam.com/autodiscover/autodiscover.svc
              lyncOnExchange:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: lync
                  authMetadataUrl: https://lyncweb-int.fabrikam.com/metadata/json/1
                  refreshTrigger: ${lyncDocument.fingerprint}
                  linkedAccount: { name: LyncEnterprise-ApplicationAccount, roles: [UserApplication, ArchiveApplication] }
              exchangeOnLync:
                type: partnertrust:PartnerApplication
                properties:
                  server: pool01.fabrikam.com
                  name: exchange
                  authMetadataUrl: https://autodiscover.fabrikam.com/autodiscover/metadata/json/1/
                  refreshTrigger: ${exchangeDocument.fingerprint}
              writes:
                type: partnertrust:ConnectivityCheck
                properties: { server: pool01.fabrikam.com, target: mail.fabrikam.com, sipUri: "sip:ann@fabrikam.com" }
                options: { dependsOn: ["${lyncOnExchange}", "${exchangeOnLync}", "${settings}"] }
              back:
                type: partnertrust:ConnectivityCheck
                properties: { server: ex01.fabrikam.com, target: meet.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${writes}"] }
            """),
        new(
            "SharePoint on a port of its own, under both folders of pages",
            "domain.md 3.1 (SharePoint's document is under a web application), 3.4 (_layouts/15), 5.5",
            """
            name: port
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - fqdn: sp01.fabrikam.com
                    product: SharePointServer
                    realm: af90cc03-4a26-45e9-906a-609cebcebbde
                    metadataUrl: https://portal.fabrikam.com:8443/_layouts/15/metadata/json/1
                  - fqdn: ex01.fabrikam.com
                    product: ExchangeServer
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              sharePointCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: sp01.fabrikam.com, source: { generate: {} } }
              exchangeCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: ex01.fabrikam.com, source: { generate: {} } }
              sharePointDocument:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: sp01.fabrikam.com }
                options: { dependsOn: ["${sharePointCertificate}"] }
              exchangeDocument:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: ex01.fabrikam.com }
                options: { dependsOn: ["${exchangeCertificate}"] }
              sharePointOnExchange:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: sharepoint
                  authMetadataUrl: https://portal.fabrikam.com:8443/_layouts/16/metadata/json/1
                  refreshTrigger: ${sharePointDocument.fingerprint}
                  linkedAccount:
                    name: SharePointEnterprise-ApplicationAccount
                    roles: [UserApplication, LegalHoldApplication, Mailbox Search, TeamMailboxLifecycleApplication, Legal Hold]
              exchangeOnSharePoint:
                type: partnertrust:PartnerApplication
                properties:
                  server: sp01.fabrikam.com
                  name: exchange
                  authMetadataUrl: ${exchangeDocument.url}
                  refreshTrigger: ${exchangeDocument.fingerprint}
              toSharePoint:
                type: partnertrust:ConnectivityCheck
                properties: { server: ex01.fabrikam.com, target: sp01.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${exchangeOnSharePoint}"] }
              toExchange:
                type: partnertrust:ConnectivityCheck
                properties: { server: sp01.fabrikam.com, target: ex01.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${sharePointOnExchange}"] }
            """),
    ];
}
