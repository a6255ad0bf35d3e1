// Property values as JavaScript, through the official Struct.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Struct } = require('google-protobuf/google/protobuf/struct_pb.js');

const signature = '4dabf18193072939515e22adb298388d';
const secretSignature = '1b47061264138c4ac30d75fd1eb44270';

export const struct = (object) => Struct.fromJavaScript(object);

export const plain = (message) => (message ? message.toJavaScript() : undefined);

export const secret = (value) => ({ [signature]: secretSignature, value });

export const isSecret = (value) => value?.[signature] === secretSignature;

export const withoutSecrets = (value) => {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (value === null || typeof value !== 'object') return value;
  if (isSecret(value)) return withoutSecrets(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withoutSecrets(item)]));
};
