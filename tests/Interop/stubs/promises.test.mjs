// What the published plugin promises about size, depth and time, seen through the official stubs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, test } from 'node:test';
import { exchange, lync, messages, Plugin } from './plugin.mjs';
import { Resource } from './resource.mjs';
import { struct } from './values.mjs';

const { Empty } = createRequire(import.meta.url)('google-protobuf/google/protobuf/empty_pb.js');

const exchangeUrl = `https://${exchange}/autodiscover/metadata/json/1`;
const slow = { server: lync, name: 'Exchange', authMetadataUrl: exchangeUrl };

let plugin;

beforeEach(async () => { plugin = await Plugin.start(); });

afterEach(async () => { assert.deepEqual(await plugin.stop(), { code: 0, signal: null }); });

const resource = (type) => new Resource(plugin, type, 'promise');

// A partner whose document takes half a minute.
const delayTheDocument = async () => {
  for (const server of [lync, exchange]) await resource('CertificateBinding').create({ server, source: { generate: {} } });
  await resource('AuthMetadataEndpoint').create({ server: exchange, url: exchangeUrl });
  execFileSync(process.env.PARTNERTRUST_PLUGIN, ['lab', 'fault', '--data', plugin.folder, '--server', exchange, 'slow', '30000']);
};

const createSlowly = (timeout = 0) => {
  const request = new messages.CreateRequest();
  request.setUrn('urn:pulumi:interop::stubs::partnertrust:index:PartnerApplication::promise');
  request.setType('partnertrust:index:PartnerApplication');
  request.setName('promise');
  request.setProperties(struct(slow));
  request.setTimeout(timeout);
  return plugin.call('create', request).then(() => assert.fail('nothing can be created yet'), (problem) => problem);
};

// What a long step is doing shows on the resource's status line while it lasts.
const statusLine = async () => {
  while (!plugin.engine.said.some((line) => line.ephemeral && line.urn.endsWith('::promise'))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

test('values nested 200 deep are refused by name', async () => {
  let deep = 'the bottom';
  for (let level = 0; level < 200; level++) deep = level % 2 ? [deep] : { deeper: deep };

  const { failures } = await resource('CertificateBinding').check({ server: lync, source: { generate: { subject: deep } }, extra: deep });

  assert.deepEqual(failures.map((failure) => failure.place).sort(), ['extra', 'source.generate.subject']);
});

test('a text of megabytes is answered', async () => {
  const { failures } = await resource('PartnerApplication').check({ ...slow, name: 'n'.repeat(3_000_000) });

  assert.deepEqual(failures.map((failure) => failure.place), ['name']);
  assert.ok(failures[0].reason.length < 1000);
});

test('a timeout is obeyed to within a tenth', async () => {
  await delayTheDocument();
  const started = Date.now();

  const problem = await createSlowly(3);

  const took = Date.now() - started;
  assert.equal(problem.code, 4);
  assert.ok(took > 2700 && took < 3300, `${took} ms`);
});

test('cancel ends a slow create within half a second', async () => {
  await delayTheDocument();
  const pending = createSlowly();
  await statusLine();
  const cancelled = Date.now();

  await plugin.call('cancel', new Empty());
  const problem = await pending;

  assert.ok(Date.now() - cancelled < 500);
  assert.equal(problem.code, 1);
});
