import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { live } from './lifecycle.mjs';
import { exchange, lync, Plugin, testUser } from './plugin.mjs';
import { Resource } from './resource.mjs';
import { isSecret, secret } from './values.mjs';

const lyncUrl = `https://${lync}/metadata/json/1`;
const exchangeUrl = `https://${exchange}/autodiscover/metadata/json/1`;
const generate = { generate: { validityDays: 730 } };

let plugin;

before(async () => { plugin = await Plugin.start(); });

after(async () => { assert.deepEqual(await plugin.stop(), { code: 0, signal: null }); });

const resource = (type, name) => new Resource(plugin, type, name);

const publish = async (server, url) => {
  await resource('CertificateBinding', `bound-${server}`).make({ server, source: generate });
  return resource('AuthMetadataEndpoint', `published-${server}`).make({ server, url });
};

let joined;

const joinBoth = () => (joined ??= joinThem());

const joinThem = async () => {
  await publish(lync, lyncUrl);
  await publish(exchange, exchangeUrl);
  await resource('PartnerApplication', 'on-lync').make({ server: lync, name: 'Exchange', authMetadataUrl: exchangeUrl, trustLevel: 'Full' });
  await resource('PartnerApplication', 'on-exchange').make({
    server: exchange,
    name: 'Lync',
    authMetadataUrl: lyncUrl,
    linkedAccount: { name: 'LyncEnterprise-ApplicationAccount', roles: ['UserApplication', 'ArchiveApplication'] },
  });
  await resource('OAuthConfiguration', 'on-lync').make({ server: lync, exchangeAutodiscoverUrl: `https://${exchange}/autodiscover/autodiscover.svc` });
};

test('CertificateBinding', () => live(resource('CertificateBinding', 'lync'), {
  first: { server: lync, source: generate },
  second: { server: lync, source: generate, renewBeforeDays: 30 },
  changed: ['renewBeforeDays'],
  id: /^atl-cs-001\.litwareinc\.com$/,
  importable: false,
}));

test('AuthMetadataEndpoint', async () => {
  await resource('CertificateBinding', 'exchange').make({ server: exchange, source: generate });
  await live(resource('AuthMetadataEndpoint', 'exchange'), {
    first: { server: exchange, url: exchangeUrl },
    second: { server: exchange, url: exchangeUrl, trustAnySslCertificate: true },
    changed: ['trustAnySslCertificate'],
    id: /^https:\/\/autodiscover\.litwareinc\.com\/autodiscover\/metadata\/json\/1$/,
    importable: false,
  });
});

test('PartnerApplication', async () => {
  await publish(exchange, exchangeUrl);
  await live(resource('PartnerApplication', 'exchange-on-lync'), {
    first: { server: lync, name: 'Exchange', authMetadataUrl: exchangeUrl, trustLevel: 'Full' },
    second: { server: lync, name: 'Exchange', authMetadataUrl: exchangeUrl, trustLevel: 'Application' },
    changed: ['trustLevel'],
    id: /^atl-cs-001\.litwareinc\.com\/Exchange$/,
  });
});

test('OAuthConfiguration', () => live(resource('OAuthConfiguration', 'lync'), {
  first: { server: lync, exchangeAutodiscoverUrl: `https://${exchange}/autodiscover/autodiscover.svc` },
  second: { server: lync, exchangeAutodiscoverUrl: `https://${exchange}/autodiscover/autodiscover.svc`, exchangeAutodiscoverAllowedDomains: ['*.litwareinc.com'] },
  changed: ['exchangeAutodiscoverAllowedDomains'],
  id: /^atl-cs-001\.litwareinc\.com$/,
  outlives: true,
}));

test('ConnectivityCheck', async () => {
  await joinBoth();
  const check = resource('ConnectivityCheck', 'lync-to-exchange');
  const { inputs } = await check.check({ server: lync, sipUri: testUser, triggers: ['one'] });
  const made = await check.create(inputs);
  assert.match(made.id, /^atl-cs-001\.litwareinc\.com\/[0-9a-f-]{36}$/);
  assert.equal(made.outputs.succeeded, true);
  assert.ok(made.outputs.steps.length > 1);

  const wanted = await check.check({ server: lync, sipUri: testUser, triggers: ['two'] }, inputs);
  const diff = await check.diff(made.id, inputs, made.outputs, wanted.inputs);
  assert.deepEqual(diff.paths.map(([path]) => path), ['triggers[0]']);
  const again = await check.update(made.id, inputs, made.outputs, wanted.inputs);
  assert.equal(again.succeeded, true);
  await check.delete(made.id, wanted.inputs, again);
});

test('a user without a mailbox makes the check fail with the reason', async () => {
  await joinBoth();
  const check = resource('ConnectivityCheck', 'nobody');
  const { inputs, failures } = await check.check({ server: lync, sipUri: 'sip:nobody@litwareinc.com' });
  if (failures.length > 0) return assert.match(failures[0].reason, /nobody@litwareinc\.com/);
  await assert.rejects(check.create(inputs), /PT\d{4}.*mailbox/is);
});

test('bad input is refused on the property itself', async () => {
  const cases = [
    ['CertificateBinding', { server: 'unknown.litwareinc.com', source: generate }, 'server'],
    ['CertificateBinding', { server: lync, source: {} }, 'source'],
    ['CertificateBinding', { server: lync, source: { ...generate, thumbprint: 'ab'.repeat(20) } }, 'source'],
    ['CertificateBinding', { server: lync, source: { thumbprint: 'not hexadecimal' } }, 'source.thumbprint'],
    ['CertificateBinding', { server: lync, source: { generate: { keySize: 1024 } } }, 'source.generate.keySize'],
    ['AuthMetadataEndpoint', { server: exchange, url: 'http://plain.litwareinc.com/' }, 'url'],
  ];
  for (const [type, inputs, property] of cases) {
    const { failures } = await resource(type, 'bad').check(inputs);
    assert.equal(failures.length, 1, JSON.stringify({ type, inputs, failures }));
    assert.equal(failures[0].place, property);
    assert.match(failures[0].reason, /PT\d{4}/);
  }
});

test('a secret stays a secret', async () => {
  const binding = resource('CertificateBinding', 'secret');
  const { inputs } = await binding.check({ server: lync, source: { pfx: secret('bm90IGEgcGZ4'), pfxPassword: secret('planted-secret') } });
  assert.ok(inputs === undefined || isSecret(inputs.source.pfxPassword));
  await assert.rejects(binding.create(inputs ?? {}), (problem) => !problem.message.includes('planted-secret'));
  assert.ok(plugin.engine.said.every((said) => !said.message.includes('planted-secret')));
});
