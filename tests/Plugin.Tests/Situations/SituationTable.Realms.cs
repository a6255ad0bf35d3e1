namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>Realms and principals that several servers have in common, or that are not the server's name.</summary>
internal static partial class SituationTable
{
    private static IEnumerable<Situation> Realms =>
    [
        new(
            "two SharePoint farms of one common realm",
            "domain.md 1.2 (farm to farm), 4.7; SP-FARMS: both farms get one realm and one name of the token service, and register each other's document",
            """
            name: farms
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: publishing.fabrikam.com, product: SharePointServer, realm: &realm af90cc03-4a26-45e9-906a-609cebcebbde }
                  - { fqdn: consuming.fabrikam.com, product: SharePointServer, realm: *realm }
                  - { fqdn: third.fabrikam.com, product: SharePointServer, realm: *realm }
            resources:
              publishingCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: publishing.fabrikam.com, source: { generate: {} } }
              consumingCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: consuming.fabrikam.com, source: { generate: {} } }
              thirdCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: third.fabrikam.com, source: { generate: {} } }
              publishing:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: publishing.fabrikam.com }
                options: { dependsOn: ["${publishingCertificate}"] }
              consuming:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: consuming.fabrikam.com }
                options: { dependsOn: ["${consumingCertificate}"] }
              third:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: third.fabrikam.com }
                options: { dependsOn: ["${thirdCertificate}"] }
              consumingOnPublishing:
                type: partnertrust:PartnerApplication
                properties: { server: publishing.fabrikam.com, name: consuming, authMetadataUrl: "${consuming.url}", refreshTrigger: "${consuming.fingerprint}" }
              thirdOnPublishing:
                type: partnertrust:PartnerApplication
                properties: { server: publishing.fabrikam.com, name: third, authMetadataUrl: "${third.url}", refreshTrigger: "${third.fingerprint}" }
              publishingOnConsuming:
                type: partnertrust:PartnerApplication
                properties: { server: consuming.fabrikam.com, name: publishing, authMetadataUrl: "${publishing.url}", refreshTrigger: "${publishing.fingerprint}" }
              publishingOnThird:
                type: partnertrust:PartnerApplication
                properties: { server: third.fabrikam.com, name: publishing, authMetadataUrl: "${publishing.url}", refreshTrigger: "${publishing.fingerprint}" }
              there:
                type: partnertrust:ConnectivityCheck
                properties: { server: consuming.fabrikam.com, target: publishing.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${consumingOnPublishing}"] }
              andBack:
                type: partnertrust:ConnectivityCheck
                properties: { server: publishing.fabrikam.com, target: third.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${publishingOnThird}", "${thirdOnPublishing}"] }
            """),
        new(
            "two Lync pools of one deployment, each with an entry",
            "domain.md 2.2 (one OAuthTokenIssuer, scope global; Central Management store), 4.2 (one global object)",
            """
            name: pools
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: pool01.fabrikam.com, product: LyncServer, members: [fe01.fabrikam.com, fe02.fabrikam.com] }
                  - { fqdn: pool02.fabrikam.com, product: LyncServer, deployment: pool01.fabrikam.com, members: [fe11.fabrikam.com] }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              lyncCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: pool02.fabrikam.com, source: { generate: { subject: CN=fabrikam.com } } }
              exchangeCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: ex01.fabrikam.com, source: { generate: {} } }
              settings:
                type: partnertrust:OAuthConfiguration
                properties: { server: pool01.fabrikam.com, exchangeAutodiscoverUrl: "https://ex01.fabrikam.com/autodiscover/autodiscover.svc" }
              lync:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: pool01.fabrikam.com }
                options: { dependsOn: ["${lyncCertificate}", "${settings}"] }
              exchange:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: ex01.fabrikam.com }
                options: { dependsOn: ["${exchangeCertificate}"] }
              lyncOnExchange:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: lync
                  authMetadataUrl: https://pool02.fabrikam.com/metadata/json/1
                  refreshTrigger: ${lync.fingerprint}
                  linkedAccount: { name: LyncEnterprise-ApplicationAccount }
              exchangeOnLync:
                type: partnertrust:PartnerApplication
                properties: { server: pool02.fabrikam.com, name: exchange, authMetadataUrl: "${exchange.url}", refreshTrigger: "${exchange.fingerprint}" }
              fromTheFirst:
                type: partnertrust:ConnectivityCheck
                properties: { server: pool01.fabrikam.com, sipUri: "sip:ann@fabrikam.com" }
                options: { dependsOn: ["${lyncOnExchange}", "${exchangeOnLync}", "${settings}"] }
              fromTheSecond:
                type: partnertrust:ConnectivityCheck
                properties: { server: pool02.fabrikam.com, sipUri: "sip:ann@fabrikam.com", hostNameStorageService: fe11.fabrikam.com, binding: NetTCP }
                options: { dependsOn: ["${fromTheFirst}"] }
            """),
        new(
            "a realm that is the SIP domain, and machines of a domain that no user sees",
            "domain.md 1.3 (SfB: the default SIP domain; Exchange: the accepted domains act as realms)",
            """
            name: split
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: sfbpool.corp.fabrikam.local, product: LyncServer }
                  - { fqdn: ex01.corp.fabrikam.local, product: ExchangeServer, names: [autodiscover.fabrikam.com] }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: autodiscover.fabrikam.com }]
            resources:
              trust:
                type: partnertrust:TwoWayTrust
                properties:
                  lync: { server: sfbpool.corp.fabrikam.local }
                  exchange: { server: ex01.corp.fabrikam.local }
                  check: { sipUri: "sip:ann@fabrikam.com" }
            """)
        {
            Shown = ["sfbpool.corp.fabrikam.local (LyncServer, 00000004-0000-0ff1-ce00-000000000000@fabrikam.com)"],
        },
        new(
            "an Exchange organization of two servers, with the mailbox on the second, in a domain of its users alone",
            "domain.md 1.3 (the organization's accepted domains act as realms), 4.5 (one AuthConfig an organization)",
            """
            name: organization
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: sfbpool.corp.fabrikam.local, product: LyncServer }
                  - { fqdn: ex01.corp.fabrikam.local, product: ExchangeServer, names: [autodiscover.fabrikam.com] }
                  - { fqdn: ex02.corp.fabrikam.local, product: ExchangeServer, deployment: ex01.corp.fabrikam.local }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex02.corp.fabrikam.local }]
            resources:
              trust:
                type: partnertrust:TwoWayTrust
                properties:
                  lync: { server: sfbpool.corp.fabrikam.local }
                  exchange: { server: ex01.corp.fabrikam.local }
                  check: { sipUri: "sip:ann@fabrikam.com" }
            """),
        new(
            "Lync's realm in its settings, beside an endpoint that does not wait for them",
            "domain.md 1.3, 4.2 (Realm is a global setting, and stands in the document)",
            """
            name: beside
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: pool01.corp.fabrikam.local, product: LyncServer, realm: corp.fabrikam.local }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              lyncCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: pool01.corp.fabrikam.local, source: { generate: { subject: CN=fabrikam.com } } }
              exchangeCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: ex01.fabrikam.com, source: { generate: {} } }
              settings:
                type: partnertrust:OAuthConfiguration
                properties:
                  server: pool01.corp.fabrikam.local
                  realm: fabrikam.com
                  exchangeAutodiscoverUrl: https://ex01.fabrikam.com/autodiscover/autodiscover.svc
              lync:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: pool01.corp.fabrikam.local }
                options: { dependsOn: ["${lyncCertificate}"] }
              exchange:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: ex01.fabrikam.com }
                options: { dependsOn: ["${exchangeCertificate}"] }
              lyncOnExchange:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: lync
                  authMetadataUrl: ${lync.url}
                  refreshTrigger: ${lync.fingerprint}
                  linkedAccount: { name: LyncEnterprise-ApplicationAccount }
              exchangeOnLync:
                type: partnertrust:PartnerApplication
                properties: { server: pool01.corp.fabrikam.local, name: exchange, authMetadataUrl: "${exchange.url}", refreshTrigger: "${exchange.fingerprint}" }
              check:
                type: partnertrust:ConnectivityCheck
                properties: { server: pool01.corp.fabrikam.local, sipUri: "sip:ann@fabrikam.com" }
                options: { dependsOn: ["${lyncOnExchange}", "${exchangeOnLync}", "${settings}"] }
            """,
            Warnings: "PT1123")
        {
            Shown = ["pool01.corp.fabrikam.local (LyncServer, 00000004-0000-0ff1-ce00-000000000000@fabrikam.com)"],
        },
    ];
}
