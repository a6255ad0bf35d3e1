// What tools do with a mailbox: look through folders, search with filters, orders and pages, update, move, soft-delete, reach the archive,
// and ask for more than one thing at once. Output: one JSON line with what was seen.
import ews from 'ews-javascript-api';
import { connect, errorOf, input } from './connect.mjs';

const service = connect(ews.ExchangeVersion.Exchange2013_SP1);
const seen = {};

// The package writes texts as they are given, so that its users escape them.
const escape = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const folders = async (parent, view, filter) => {
  const found = filter ? await service.FindFolders(parent, filter, view) : await service.FindFolders(parent, view);
  return { names: found.Folders.map(folder => folder.DisplayName), total: found.TotalCount, more: found.MoreAvailable };
};
const deep = new ews.FolderView(100);
deep.Traversal = ews.FolderTraversal.Deep;
const named = new ews.SearchFilter.IsEqualTo(ews.FolderSchema.DisplayName, 'Conversation History');
seen.top = await folders(ews.WellKnownFolderName.MsgFolderRoot, new ews.FolderView(100));
seen.deep = await folders(ews.WellKnownFolderName.Root, deep);
seen.named = await folders(ews.WellKnownFolderName.MsgFolderRoot, new ews.FolderView(10), named);
seen.paged = await folders(ews.WellKnownFolderName.MsgFolderRoot, new ews.FolderView(2, 1));

const conversationId = new ews.ExtendedPropertyDefinition(ews.DefaultExtendedPropertySet.PublicStrings, 'ConversationId', ews.MapiPropertyType.String);
const history = await ews.Folder.Bind(service, ews.WellKnownFolderName.ConversationHistory);
for (let number = 1; number <= 5; number++) {
  const message = new ews.EmailMessage(service);
  message.Subject = `Conversation ${number}`;
  message.Body = new ews.MessageBody(ews.BodyType.HTML, escape(`<p>Number &amp; <b>${number}</b></p>`));
  message.ItemClass = 'IPM.Note.Microsoft.Conversation';
  message.From = new ews.EmailAddress('Ken Myer', 'kenmyer@litwareinc.com');
  message.ToRecipients.Add('pilar@litwareinc.com');
  message.Importance = number === 3 ? ews.Importance.High : ews.Importance.Normal;
  message.Categories.Add(number % 2 ? 'odd' : 'even');
  message.SetExtendedProperty(conversationId, `c${number}`);
  await message.Save(history.Id);
}

const properties = new ews.PropertySet(ews.BasePropertySet.IdOnly, [ews.ItemSchema.Subject, ews.EmailMessageSchema.From, conversationId]);
const subjects = async (filter, view = new ews.ItemView(10)) => {
  view.PropertySet = properties;
  view.OrderBy.Add(ews.ItemSchema.Subject, ews.SortDirection.Ascending);
  const found = filter
    ? await service.FindItems(history.Id, filter, view) : await service.FindItems(history.Id, view);
  return { subjects: found.Items.map(item => item.Subject), total: found.TotalCount, more: found.MoreAvailable };
};
const { ContainsSubstring, IsEqualTo, IsGreaterThanOrEqualTo, Not, SearchFilterCollection } = ews.SearchFilter;
seen.all = await subjects(null);
seen.page = await subjects(null, new ews.ItemView(2, 2));
seen.important = await subjects(new IsEqualTo(ews.ItemSchema.Importance, 'High'));
seen.odd = await subjects(new ContainsSubstring(ews.ItemSchema.Categories, 'odd'));
seen.extended = await subjects(new IsEqualTo(conversationId, 'c4'));
seen.none = await subjects(new Not(new IsGreaterThanOrEqualTo(ews.ItemSchema.DateTimeReceived, ews.DateTime.MinValue)));
seen.either = await subjects(new SearchFilterCollection(ews.LogicalOperator.Or, [
  new IsEqualTo(ews.ItemSchema.Subject, 'Conversation 1'), new IsEqualTo(ews.ItemSchema.Subject, 'Conversation 5')]));
seen.query = (await service.FindItems(history.Id, 'subject:"conversation 2"', new ews.ItemView(5))).Items.map(item => item.Subject);

const first = (await service.FindItems(history.Id, new IsEqualTo(conversationId, 'c1'), new ews.ItemView(1))).Items[0];
const read = await ews.EmailMessage.Bind(service, first.Id, new ews.PropertySet(ews.BasePropertySet.FirstClassProperties, [conversationId]));
const plain = new ews.PropertySet(ews.BasePropertySet.IdOnly, [ews.ItemSchema.Body]);
plain.RequestedBodyType = ews.BodyType.Text;
const text = await ews.EmailMessage.Bind(service, first.Id, plain);
seen.read = {
  from: read.From.Address,
  to: read.ToRecipients.GetEnumerator().map(address => address.Address),
  categories: read.Categories.GetEnumerator(),
  html: read.Body.Text,
  text: text.Body.Text,
  extended: read.ExtendedProperties.GetEnumerator().map(property => property.Value),
};

read.Subject = 'Conversation one';
read.IsRead = false;
await read.Update(ews.ConflictResolutionMode.AutoResolve);
const updated = await ews.EmailMessage.Bind(service, first.Id);
const counted = await ews.Folder.Bind(service, ews.WellKnownFolderName.ConversationHistory);
seen.updated = { subject: updated.Subject, isRead: updated.IsRead, body: updated.Body.Text, unread: counted.UnreadCount, count: counted.TotalCount };

await updated.Delete(ews.DeleteMode.MoveToDeletedItems);
const deleted = await service.FindItems(ews.WellKnownFolderName.DeletedItems, new ews.ItemView(10));
seen.deleted = deleted.Items.map(item => item.Subject);
seen.gone = await errorOf(() => ews.Item.Bind(service, first.Id));

const moved = await deleted.Items[0].Move(ews.WellKnownFolderName.Inbox);
seen.moved = (await ews.Item.Bind(service, moved.Id)).Subject;

const rest = await service.FindItems(history.Id, new ews.ItemView(10));
const several = await service.DeleteItems(rest.Items.map(item => item.Id).concat([first.Id]), ews.DeleteMode.HardDelete, null, null);
seen.several = several.Responses.map(response => ews.ServiceError[response.ErrorCode]);

const archived = new ews.EmailMessage(connect(ews.ExchangeVersion.Exchange2013, input.appToken));
archived.Service.ImpersonatedUserId = new ews.ImpersonatedUserId(ews.ConnectingIdType.SmtpAddress, input.mailbox);
archived.Subject = 'For ever';
seen.archive = await errorOf(() => archived.Save(ews.WellKnownFolderName.ArchiveRecoverableItemsPurges));
seen.calendar = await errorOf(() => ews.Folder.Bind(service, ews.WellKnownFolderName.Calendar));
seen.stranger = await errorOf(() => ews.Folder.Bind(service, new ews.FolderId(ews.WellKnownFolderName.Inbox, new ews.Mailbox('pilar@litwareinc.com'))));
seen.unplayed = await service.GetRoomLists().then(() => '', error => String(error.message));

console.log(JSON.stringify(seen));
