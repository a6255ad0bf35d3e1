using PartnerTrust.Plugin.Values;

namespace PartnerTrust.Plugin.Tests.Situations;

/// <summary>Partners for whom somebody else vouches, and clients that sign in elsewhere.</summary>
internal static partial class SituationTable
{
    private static IEnumerable<Situation> Vouching =>
    [
        new(
            "Lync calls Exchange through an authorization server, which registers its callers",
            "domain.md 1.1 (three parties: both trust the token server, and it must know who asks), 4.2, 4.5",
            """
            name: vouching
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: pool01.fabrikam.com, product: LyncServer }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
                  - { fqdn: sts.fabrikam.com, product: TokenServer }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              lyncCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: pool01.fabrikam.com, source: { generate: { subject: CN=fabrikam.com } } }
              stsCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: sts.fabrikam.com, source: { generate: {} } }
              settings:
                type: partnertrust:OAuthConfiguration
                properties: { server: pool01.fabrikam.com, exchangeAutodiscoverUrl: "https://ex01.fabrikam.com/autodiscover/autodiscover.svc" }
              lync:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: pool01.fabrikam.com }
                options: { dependsOn: ["${lyncCertificate}", "${settings}"] }
              sts:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: sts.fabrikam.com }
                options: { dependsOn: ["${stsCertificate}"] }
              stsOnLync:
                type: partnertrust:AuthorizationServer
                properties: { server: pool01.fabrikam.com, name: microsoft.sts, authMetadataUrl: "${sts.url}" }
              stsOnExchange:
                type: partnertrust:AuthorizationServer
                properties: { server: ex01.fabrikam.com, name: ACS, authMetadataUrl: "${sts.url}", type: MicrosoftACS }
              lyncOnSts:
                type: partnertrust:PartnerApplication
                properties: { server: sts.fabrikam.com, name: lync, authMetadataUrl: "${lync.url}", refreshTrigger: "${lync.fingerprint}" }
              lyncOnExchange:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: Lync
                  authorizationServer: { applicationIdentifier: 00000004-0000-0ff1-ce00-000000000000, realm: fabrikam.com }
                  linkedAccount: { name: LyncEnterprise-ApplicationAccount }
                options: { dependsOn: ["${stsOnExchange}"] }
              check:
                type: partnertrust:ConnectivityCheck
                properties: { server: pool01.fabrikam.com, sipUri: "sip:ann@fabrikam.com" }
                options: { dependsOn: ["${lyncOnSts}", "${lyncOnExchange}", "${stsOnLync}", "${settings}"] }
            """,
            Findings: "PT4023"),
        new(
            "clients sign in at ADFS, servers trust one another directly",
            "domain.md 4.2 (-Type, ClientAuthorizationOAuthServerIdentity), 4.5 (-Type, IsDefaultAuthorizationEndpoint), 5.6 (authorization_uri)",
            """
            name: modern
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: pool01.fabrikam.com, product: LyncServer }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
                  - { fqdn: adfs.fabrikam.com, product: TokenServer }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              trust:
                type: partnertrust:TwoWayTrust
                properties:
                  lync: { server: pool01.fabrikam.com }
                  exchange: { server: ex01.fabrikam.com }
                  check: { sipUri: "sip:ann@fabrikam.com" }
              adfsCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: adfs.fabrikam.com, source: { generate: {} } }
              federation:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: adfs.fabrikam.com, url: "https://adfs.fabrikam.com/FederationMetadata/2007-06/FederationMetadata.xml" }
                options: { dependsOn: ["${adfsCertificate}"] }
              adfsOnLync:
                type: partnertrust:AuthorizationServer
                properties: { server: pool01.fabrikam.com, name: adfs, type: ADFS, authMetadataUrl: "${federation.url}" }
              adfsOnExchange:
                type: partnertrust:AuthorizationServer
                properties:
                  server: ex01.fabrikam.com
                  name: ADFS
                  type: ADFS
                  authMetadataUrl: ${federation.url}
                  isDefaultAuthorizationEndpoint: true
            """),
        new(
            "a hybrid with two tenants beside the trust on the premises",
            "domain.md 4.6 (the cloud's records have the identifier of the product on the premises and must not be damaged), 8 row 18",
            """
            name: hybrid
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: pool01.fabrikam.com, product: LyncServer }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
                  - { fqdn: sts.fabrikam.com, product: TokenServer, realm: 33333333-3333-3333-3333-333333333333 }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              trust:
                type: partnertrust:TwoWayTrust
                properties:
                  lync: { server: pool01.fabrikam.com }
                  exchange: { server: ex01.fabrikam.com }
                  check: { sipUri: "sip:ann@fabrikam.com" }
              stsCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: sts.fabrikam.com, source: { generate: {} } }
              sts:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: sts.fabrikam.com }
                options: { dependsOn: ["${stsCertificate}"] }
              acs:
                type: partnertrust:AuthorizationServer
                properties: { server: ex01.fabrikam.com, name: ACS, type: MicrosoftACS, authMetadataUrl: "${sts.url}" }
              firstTenant:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: Skype for Business Online
                  authorizationServer: { applicationIdentifier: 00000004-0000-0ff1-ce00-000000000000, realm: 11111111-1111-1111-1111-111111111111 }
                options: { dependsOn: ["${acs}"] }
              secondTenant:
                type: partnertrust:PartnerApplication
                properties:
                  server: ex01.fabrikam.com
                  name: Skype for Business Online 2
                  authorizationServer: { applicationIdentifier: 00000004-0000-0ff1-ce00-000000000000, realm: 22222222-2222-2222-2222-222222222222 }
                options: { dependsOn: ["${acs}"] }
            """,
            Findings: "PT4020 PT4020"),
        new(
            "applications that a trust broker of SharePoint speaks for",
            "domain.md 1.2 (high-trust add-ins), 4.7 (-IsTrustBroker, -RegisteredIssuerName); DSC-SP: IsTrustBroker is true unless it is said otherwise",
            """
            name: broker
            runtime: yaml
            config:
              partnertrust:servers:
                value:
                  - { fqdn: sp01.fabrikam.com, product: SharePointServer, realm: af90cc03-4a26-45e9-906a-609cebcebbde }
                  - { fqdn: ex01.fabrikam.com, product: ExchangeServer }
              partnertrust:mailboxes:
                value: [{ sipUri: "sip:ann@fabrikam.com", smtpAddress: ann@fabrikam.com, server: ex01.fabrikam.com }]
            resources:
              exchangeCertificate:
                type: partnertrust:CertificateBinding
                properties: { server: ex01.fabrikam.com, source: { generate: {} } }
              exchange:
                type: partnertrust:AuthMetadataEndpoint
                properties: { server: ex01.fabrikam.com }
                options: { dependsOn: ["${exchangeCertificate}"] }
              exchangeOnSharePoint:
                type: partnertrust:PartnerApplication
                properties: { server: sp01.fabrikam.com, name: exchange, authMetadataUrl: "${exchange.url}", refreshTrigger: "${exchange.fingerprint}" }
              addIns:
                type: partnertrust:PartnerApplication
                properties:
                  server: sp01.fabrikam.com
                  name: High-trust add-ins
                  certificate:
                    applicationIdentifier: 5e6f2a1c-0f7e-4f2c-9a51-1b8c3b1f2d3e
                    realm: af90cc03-4a26-45e9-906a-609cebcebbde
                    certificatePem: "@pem"
              workflows:
                type: partnertrust:PartnerApplication
                properties:
                  server: sp01.fabrikam.com
                  name: Workflows
                  isTrustBroker: false
                  certificate:
                    applicationIdentifier: 7a1b8c3b-1f2d-4e5e-8f2a-1c0f7e4f2c9a
                    realm: fabrikam.com
                    certificatePem: "@pem"
              check:
                type: partnertrust:ConnectivityCheck
                properties: { server: ex01.fabrikam.com, target: sp01.fabrikam.com, sipUri: "sip:ann@fabrikam.com", method: probe }
                options: { dependsOn: ["${exchangeOnSharePoint}"] }
            """.Replace("@pem", WireValues.Pem(Certs.Public(0)).Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal),
            Warnings: "PT4033",
            Findings: "PT4023 PT4033"),
    ];
}
