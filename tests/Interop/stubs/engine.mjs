// The engine's side of the wire: remembers what the plugin says.
import { createRequire } from 'node:module';
import grpc from '@grpc/grpc-js';

const require = createRequire(import.meta.url);
const services = require('@pulumi/pulumi/proto/engine_grpc_pb.js');
const { Empty } = require('google-protobuf/google/protobuf/empty_pb.js');

export const startEngine = async () => {
  const server = new grpc.Server();
  const said = [];
  server.addService(services.EngineService, {
    log: (call, done) => {
      said.push({ severity: call.request.getSeverity(), message: call.request.getMessage(), urn: call.request.getUrn(), ephemeral: call.request.getEphemeral() });
      done(null, new Empty());
    },
    getRootResource: (call, done) => done({ code: grpc.status.UNIMPLEMENTED }),
    setRootResource: (call, done) => done({ code: grpc.status.UNIMPLEMENTED }),
    startDebugging: (call, done) => done({ code: grpc.status.UNIMPLEMENTED }),
    requirePulumiVersion: (call, done) => done({ code: grpc.status.UNIMPLEMENTED }),
  });
  const port = await new Promise((resolve, reject) =>
    server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (problem, bound) => (problem ? reject(problem) : resolve(bound))));
  return { address: `127.0.0.1:${port}`, said, stop: () => server.forceShutdown() };
};
