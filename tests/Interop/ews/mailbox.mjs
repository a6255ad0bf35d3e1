// Writes, finds, reads and deletes an item in Conversation History with the npm client of Exchange Web Services and a Bearer token.
// Input, as JSON on stdin: { host, port, token, subject }. Output: one JSON line with what was seen. The hosts' authority is trusted
// through NODE_EXTRA_CA_CERTS.
import dns from 'node:dns';
import ews from 'ews-javascript-api';

const { host, port, token, subject } = JSON.parse(await new Promise(resolve => {
  let text = '';
  process.stdin.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => resolve(text));
}));

// The embedded hosts answer on loopback under the servers' own names.
const lookup = dns.lookup;
dns.lookup = (name, options, callback) => {
  if (name !== host) return lookup(name, options, callback);
  const done = callback ?? options;
  return options?.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4);
};

const service = new ews.ExchangeService(ews.ExchangeVersion.Exchange2013);
service.Credentials = new ews.OAuthCredentials(token);
service.Url = new ews.Uri(`https://${host}:${port}/EWS/Exchange.asmx`);

const folder = await ews.Folder.Bind(service, ews.WellKnownFolderName.ConversationHistory);

const message = new ews.EmailMessage(service);
message.Subject = subject;
message.Body = new ews.TextBody('Written by ews-javascript-api');
message.ItemClass = 'IPM.Note.Microsoft.Conversation';
await message.Save(folder.Id);

const filter = new ews.SearchFilter.IsEqualTo(ews.ItemSchema.Subject, subject);
const found = await service.FindItems(folder.Id, filter, new ews.ItemView(10));

const read = await ews.Item.Bind(service, found.Items[0].Id);
await read.Load(new ews.PropertySet(ews.BasePropertySet.FirstClassProperties));
await read.Delete(ews.DeleteMode.HardDelete);

let afterwards = '';
try {
  await ews.Item.Bind(service, found.Items[0].Id);
} catch (error) {
  afterwards = ews.ServiceError[error.ErrorCode] ?? String(error.message);
}

console.log(JSON.stringify({
  folder: folder.DisplayName,
  found: found.TotalCount,
  subject: read.Subject,
  body: read.Body.Text,
  itemClass: read.ItemClass,
  afterwards,
}));
