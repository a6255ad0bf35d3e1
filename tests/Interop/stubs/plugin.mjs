// The published plugin, started as the engine starts it and called through the official stubs.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import grpc from '@grpc/grpc-js';
import { startEngine } from './engine.mjs';
import { struct } from './values.mjs';

const require = createRequire(import.meta.url);
const services = require('@pulumi/pulumi/proto/provider_grpc_pb.js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');

export const messages = require('@pulumi/pulumi/proto/provider_pb.js');

export const lync = 'atl-cs-001.litwareinc.com';
export const exchange = 'autodiscover.litwareinc.com';
export const sharePoint = 'sharepoint.litwareinc.com';
export const testUser = 'sip:kenmyer@litwareinc.com';

const settings = (dataDirectory) => ({
  dataDirectory,
  // As text, which is how most SDKs send what is no string.
  servers: JSON.stringify([
    { fqdn: lync, product: 'LyncServer' },
    { fqdn: exchange, product: 'ExchangeServer' },
    { fqdn: sharePoint, product: 'SharePointServer' },
    { fqdn: 'sts.litwareinc.com', product: 'TokenServer' },
  ]),
  mailboxes: [{ sipUri: testUser, smtpAddress: 'kenmyer@litwareinc.com', server: exchange }],
});

export class Plugin {
  static async start() {
    const plugin = new Plugin();
    plugin.folder = mkdtempSync(join(tmpdir(), 'partnertrust-interop-'));
    plugin.engine = await startEngine();
    plugin.process = spawn(process.env.PARTNERTRUST_PLUGIN, ['--logtostderr', '--tracing', 'ignored', plugin.engine.address], {
      cwd: plugin.folder,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    plugin.exited = new Promise((resolve) => plugin.process.on('exit', (code, signal) => resolve({ code, signal })));
    const port = await new Promise((resolve) => createInterface({ input: plugin.process.stdout }).once('line', resolve));
    plugin.client = new services.ResourceProviderClient(`127.0.0.1:${port}`, grpc.credentials.createInsecure());
    await plugin.configure();
    return plugin;
  }

  call(method, request) {
    return new Promise((resolve, reject) =>
      this.client[method](request, (problem, response) => (problem ? reject(problem) : resolve(response))));
  }

  async configure() {
    const handshake = new messages.ProviderHandshakeRequest();
    handshake.setEngineAddress(this.engine.address);
    handshake.setConfigureWithUrn(true);
    handshake.setSupportsRefreshBeforeUpdate(true);
    this.capabilities = await this.call('handshake', handshake);
    this.info = await this.call('getPluginInfo', new Empty());

    const urn = 'urn:pulumi:interop::stubs::pulumi:providers:partnertrust::default';
    const check = new messages.CheckRequest();
    check.setUrn(urn);
    check.setNews(struct(settings(this.folder)));
    const checked = await this.call('checkConfig', check);
    if (checked.getFailuresList().length > 0) throw new Error(checked.getFailuresList().map((failure) => failure.getReason()).join('\n'));

    const configure = new messages.ConfigureRequest();
    configure.setUrn(urn);
    configure.setName('default');
    configure.setType('pulumi:providers:partnertrust');
    configure.setArgs(checked.getInputs());
    configure.setAcceptsecrets(true);
    configure.setAcceptresources(true);
    configure.setSendsOldInputs(true);
    await this.call('configure', configure);
  }

  // Ends it as the engine does: Cancel, then a signal; it must exit by itself with 0.
  async stop() {
    await this.call('cancel', new Empty());
    this.client.close();
    this.process.kill('SIGINT');
    const end = await this.exited;
    this.engine.stop();
    rmSync(this.folder, { recursive: true, force: true });
    return end;
  }
}
