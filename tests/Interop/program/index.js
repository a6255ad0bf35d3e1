const trust = require('./partnertrust');

const lync = 'atl-cs-001.litwareinc.com';
const exchange = 'autodiscover.litwareinc.com';
const lyncUrl = `https://${lync}/metadata/json/1`;
const exchangeUrl = `https://${exchange}/autodiscover/metadata/json/1`;

const lyncCertificate = new trust.CertificateBinding('lync', { server: lync, source: { generate: {} } });
const exchangeCertificate = new trust.CertificateBinding('exchange', { server: exchange, source: { generate: {} } });

const autodiscover = new trust.OAuthConfiguration('lync', {
  server: lync,
  exchangeAutodiscoverUrl: `https://${exchange}/autodiscover/autodiscover.svc`,
});

// It shows the realm of the settings.
const lyncMetadata = new trust.AuthMetadataEndpoint('lync', { server: lync, url: lyncUrl }, { dependsOn: [lyncCertificate, autodiscover] });
const exchangeMetadata = new trust.AuthMetadataEndpoint('exchange', { server: exchange, url: exchangeUrl }, { dependsOn: exchangeCertificate });

const exchangeOnLync = new trust.PartnerApplication('exchange-on-lync', {
  server: lync,
  name: 'Exchange',
  authMetadataUrl: exchangeUrl,
  trustLevel: 'Full',
  refreshTrigger: exchangeMetadata.fingerprint,
});
const lyncOnExchange = new trust.PartnerApplication('lync-on-exchange', {
  server: exchange,
  name: 'LyncEnterprise',
  authMetadataUrl: lyncUrl,
  linkedAccount: { name: 'LyncEnterprise-ApplicationAccount', roles: ['UserApplication', 'ArchiveApplication'] },
  refreshTrigger: lyncMetadata.fingerprint,
});

const check = new trust.ConnectivityCheck('lync-to-exchange', {
  server: lync,
  sipUri: 'sip:kenmyer@litwareinc.com',
  triggers: [lyncMetadata.fingerprint, exchangeMetadata.fingerprint],
}, { dependsOn: [exchangeOnLync, lyncOnExchange, autodiscover] });

exports.proven = check.succeeded;
exports.exchangeThumbprint = exchangeCertificate.thumbprint;
