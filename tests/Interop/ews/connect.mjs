// Reads { host, port, token, ... } as JSON from stdin and gives a service that talks to the embedded Exchange with the Bearer token. The
// hosts' authority is trusted through NODE_EXTRA_CA_CERTS.
import dns from 'node:dns';
import ews from 'ews-javascript-api';

export const input = JSON.parse(await new Promise(resolve => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve(text));
}));

// The embedded hosts answer on loopback under the servers' own names.
const lookup = dns.lookup;
dns.lookup = (name, options, callback) => {
  if (name !== input.host) return lookup(name, options, callback);
  const done = callback ?? options;
  return options?.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
};

export const connect = (version = ews.ExchangeVersion.Exchange2013, token = input.token) => {
  const service = new ews.ExchangeService(version);
  service.Credentials = new ews.OAuthCredentials(token);
  service.Url = new ews.Uri(`https://${input.host}:${input.port}/EWS/Exchange.asmx`);
  return service;
};

// The service error that an action ends in; empty when it ends well.
export const errorOf = async action => {
  try {
    await action();
    return '';
  } catch (error) {
    return ews.ServiceError[error.ErrorCode] ?? String(error.message);
  }
};
