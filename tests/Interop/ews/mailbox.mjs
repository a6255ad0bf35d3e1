// Writes, finds, reads and deletes an item in Conversation History with the npm client of Exchange Web Services. Output: one JSON line with
// what was seen.
import ews from 'ews-javascript-api';
import { connect, errorOf, input } from './connect.mjs';

const { subject } = input;
const service = connect();

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

const afterwards = await errorOf(() => ews.Item.Bind(service, found.Items[0].Id));

console.log(JSON.stringify({
  folder: folder.DisplayName,
  found: found.TotalCount,
  subject: read.Subject,
  body: read.Body.Text,
  itemClass: read.ItemClass,
  afterwards,
}));
