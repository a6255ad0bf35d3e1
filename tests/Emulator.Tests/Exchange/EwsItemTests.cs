using PartnerTrust.Emulator.Tests.Fixtures;
using static PartnerTrust.Emulator.Tests.Exchange.EwsSession;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>What clients write is what clients read, in the shape that they ask for.</summary>
public sealed class EwsItemTests
{
    private const string Whole =
        "<t:ItemClass>IPM.Note.Microsoft.Conversation</t:ItemClass><t:Subject>A &amp; B</t:Subject><t:Sensitivity>Private</t:Sensitivity>"
        + "<t:Body BodyType=\"HTML\">&lt;style&gt;p{}&lt;/style&gt;&lt;p&gt;one &amp;amp; two&lt;/p&gt;</t:Body>"
        + "<t:Categories><t:String>red</t:String><t:String>blue</t:String></t:Categories><t:Importance>High</t:Importance>"
        + "<t:ExtendedProperty><t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" PropertyName=\"Call\" PropertyType=\"String\"/><t:Value>42</t:Value></t:ExtendedProperty>"
        + "<t:ToRecipients><t:Mailbox><t:EmailAddress>pilar@litwareinc.com</t:EmailAddress></t:Mailbox></t:ToRecipients>"
        + "<t:From><t:Mailbox><t:Name>Ken Myer</t:Name><t:EmailAddress>kenmyer@litwareinc.com</t:EmailAddress></t:Mailbox></t:From>";

    private const string Call = "<t:ExtendedFieldURI DistinguishedPropertySetId=\"PublicStrings\" PropertyName=\"Call\" PropertyType=\"String\"/>";

    [Fact]
    public async Task Every_property_that_was_written_comes_back()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);

        var item = await session.GetAsync(
            await session.CreateAsync("conversationhistory", Whole),
            $"<t:BaseShape>AllProperties</t:BaseShape><t:AdditionalProperties>{Call}</t:AdditionalProperties>");

        Assert.Equal("IPM.Note.Microsoft.Conversation", item.Element(T + "ItemClass")!.Value);
        Assert.Equal("Private", item.Element(T + "Sensitivity")!.Value);
        Assert.Equal("<style>p{}</style><p>one &amp; two</p>", item.Element(T + "Body")!.Value);
        Assert.Equal(["red", "blue"], item.Element(T + "Categories")!.Elements().Select(category => category.Value));
        Assert.Equal("42", item.Element(T + "ExtendedProperty")!.Element(T + "Value")!.Value);
        Assert.Equal("pilar@litwareinc.com", item.Element(T + "DisplayTo")!.Value);
        Assert.Equal("SMTP", item.Element(T + "From")!.Descendants(T + "RoutingType").Single().Value);
        Assert.Equal("Ken Myer", item.Element(T + "From")!.Descendants(T + "Name").Single().Value);
    }

    [Fact]
    public async Task The_ends_of_lines_come_back_as_they_were_written()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var content =
            $"<t:Body BodyType=\"Text\">one&#xD;&#xA;two&#xA;</t:Body><t:ExtendedProperty>{Call}<t:Value>three&#xD;</t:Value></t:ExtendedProperty>";

        var item = await session.GetAsync(
            await session.CreateAsync("inbox", content),
            $"<t:BaseShape>Default</t:BaseShape><t:AdditionalProperties>{Call}</t:AdditionalProperties>");

        Assert.Equal("one\r\ntwo\n", item.Element(T + "Body")!.Value);
        Assert.Equal("three\r", item.Element(T + "ExtendedProperty")!.Element(T + "Value")!.Value);
    }

    [Theory]
    [InlineData("IdOnly", "ItemId")]
    [InlineData("Default", "ItemId Subject Sensitivity Body Size DateTimeSent DateTimeCreated HasAttachments ToRecipients IsReadReceiptRequested IsDeliveryReceiptRequested From IsRead")]
    public async Task A_base_shape_shows_no_more_than_it_should(string shape, string properties)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);

        var item = await session.GetAsync(await session.CreateAsync("inbox", Whole), $"<t:BaseShape>{shape}</t:BaseShape>");

        Assert.Equal(properties, string.Join(' ', item.Elements().Select(property => property.Name.LocalName)));
    }

    [Theory]
    [InlineData("Text", "Text", "one & two")]
    [InlineData("Best", "HTML", "<style>p{}</style><p>one &amp; two</p>")]
    public async Task A_body_comes_in_the_form_that_is_asked_for(string asked, string form, string body)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var id = await session.CreateAsync("inbox", Whole);

        var item = await session.GetAsync(id, $"<t:BaseShape>Default</t:BaseShape><t:BodyType>{asked}</t:BodyType>");

        Assert.Equal((form, body), (item.Element(T + "Body")!.Attribute("BodyType")!.Value, item.Element(T + "Body")!.Value));
    }

    [Fact]
    public async Task Properties_by_tag_stand_for_fields_and_are_shown_in_schema_order()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);

        var item = await session.GetAsync(
            await session.CreateAsync("inbox", Whole),
            "<t:BaseShape>IdOnly</t:BaseShape><t:AdditionalProperties><t:FieldURI FieldURI=\"message:From\"/>"
            + "<t:ExtendedFieldURI PropertyTag=\"0x0037\" PropertyType=\"String\"/><t:ExtendedFieldURI PropertyTag=\"0x1234\" PropertyType=\"String\"/></t:AdditionalProperties>");

        Assert.Equal(["ItemId", "ExtendedProperty", "From"], item.Elements().Select(property => property.Name.LocalName));
        Assert.Equal("A & B", item.Element(T + "ExtendedProperty")!.Element(T + "Value")!.Value);
    }

    [Theory]
    [InlineData("", "true", "true")]
    [InlineData(
        "<t:ExtendedProperty><t:ExtendedFieldURI PropertyTag=\"0x0E07\" PropertyType=\"Integer\"/><t:Value>0</t:Value></t:ExtendedProperty>",
        "false",
        "false")]
    [InlineData(
        "<t:ExtendedProperty><t:ExtendedFieldURI PropertyTag=\"3591\" PropertyType=\"Integer\"/><t:Value>1</t:Value></t:ExtendedProperty>",
        "false",
        "true")]
    [InlineData("<t:IsRead>0</t:IsRead>", "true", "false")]
    public async Task A_saved_message_is_a_read_draft_unless_its_writer_says_otherwise(string written, string isDraft, string isRead)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);

        var item = await session.GetAsync(await session.CreateAsync("inbox", written));

        Assert.Equal((isDraft, isRead), (item.Element(T + "IsDraft")!.Value, item.Element(T + "IsRead")!.Value));
    }

    [Fact]
    public async Task Each_of_several_items_succeeds_or_fails_by_itself()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);

        var codes = await session.CodesAsync(
            "<m:CreateItem MessageDisposition=\"SaveOnly\"><m:Items><t:Message/><t:CalendarItem/><t:Contact/><t:Task/>"
            + "<t:Message><t:DateTimeReceived>2026-01-01T00:00:00Z</t:DateTimeReceived></t:Message><t:Message><t:MimeContent>AA==</t:MimeContent></t:Message></m:Items></m:CreateItem>");

        Assert.Equal(
            [
                "NoError", "ErrorCannotCreateCalendarItemInNonCalendarFolder", "ErrorCannotCreateContactInNonContactFolder",
                "ErrorCannotCreateTaskInNonTaskFolder", "ErrorInvalidPropertySet", "ErrorInvalidOperation",
            ],
            codes);
        Assert.Equal("drafts", Assert.Single(litware.Backend.Items).Folder.Name);
    }

    [Theory]
    [InlineData("SoftDelete", "recoverableitemsdeletions")]
    [InlineData("MoveToDeletedItems", "deleteditems")]
    [InlineData("HardDelete", null)]
    public async Task A_deleted_item_is_where_its_way_of_deletion_puts_it(string way, string? folder)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var id = await session.CreateAsync("inbox", "<t:Subject>x</t:Subject>");

        var codes = await session.CodesAsync(
            $"<m:DeleteItem DeleteType=\"{way}\"><m:ItemIds><t:ItemId Id=\"{id}\"/><t:ItemId Id=\"{id}\"/></m:ItemIds></m:DeleteItem>");

        Assert.Equal(["NoError", "ErrorItemNotFound"], codes);
        Assert.Equal(folder, litware.Backend.Items.SingleOrDefault()?.Folder.Name);
    }

    [Theory]
    [InlineData("NeverOverwrite", "stale", "ErrorIrresolvableConflict")]
    [InlineData("NeverOverwrite", "", "ErrorChangeKeyRequired")]
    [InlineData("AutoResolve", "stale", "NoError")]
    [InlineData("AlwaysOverwrite", "", "NoError")]
    public async Task An_update_minds_the_version_that_it_was_made_for(string resolution, string changeKey, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var id = await session.CreateAsync("inbox", Whole);

        Assert.Equal([code], await session.CodesAsync(Update(id, resolution, changeKey, Set("item:Subject", "<t:Subject>new</t:Subject>"))));
    }

    [Theory]
    [InlineData("item:Subject", "<t:Importance>Low</t:Importance>", "ErrorUpdatePropertyMismatch")]
    [InlineData("item:Subject", "<t:Subject>a</t:Subject><t:Importance>Low</t:Importance>", "ErrorIncorrectUpdatePropertyCount")]
    [InlineData("item:Size", "<t:Size>3</t:Size>", "ErrorInvalidPropertySet")]
    public async Task An_update_that_contradicts_itself_is_refused(string field, string given, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var id = await session.CreateAsync("inbox", Whole);

        Assert.Equal([code], await session.CodesAsync(Update(id, "AlwaysOverwrite", "", Set(field, given))));
    }

    [Fact]
    public async Task An_update_sets_appends_and_deletes()
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = new EwsSession(litware);
        var id = await session.CreateAsync("inbox", Whole);
        var before = litware.Backend.Items.Single().ChangeKey;

        await session.CodesAsync(Update(
            id,
            "AlwaysOverwrite",
            "",
            Set("item:Subject", "<t:Subject>new</t:Subject>")
            + "<t:AppendToItemField><t:FieldURI FieldURI=\"item:Body\"/><t:Message><t:Body BodyType=\"HTML\">!</t:Body></t:Message></t:AppendToItemField>"
            + "<t:DeleteItemField><t:FieldURI FieldURI=\"item:Categories\"/></t:DeleteItemField>"
            + $"<t:SetItemField>{Call}<t:Message><t:ExtendedProperty>{Call}<t:Value>43</t:Value></t:ExtendedProperty></t:Message></t:SetItemField>"));
        var item = await session.GetAsync(id, $"<t:BaseShape>AllProperties</t:BaseShape><t:AdditionalProperties>{Call}</t:AdditionalProperties>");

        Assert.Equal("new", item.Element(T + "Subject")!.Value);
        Assert.EndsWith("</p>!", item.Element(T + "Body")!.Value, StringComparison.Ordinal);
        Assert.Null(item.Element(T + "Categories"));
        Assert.Equal("43", item.Elements(T + "ExtendedProperty").Single().Element(T + "Value")!.Value);
        Assert.Equal("High", item.Element(T + "Importance")!.Value);
        Assert.NotEqual(before, item.Element(T + "ItemId")!.Attribute("ChangeKey")!.Value);
    }

    private static string Set(string field, string given) =>
        $"<t:SetItemField><t:FieldURI FieldURI=\"{field}\"/><t:Message>{given}</t:Message></t:SetItemField>";

    private static string Update(string id, string resolution, string changeKey, string updates) =>
        $"<m:UpdateItem ConflictResolution=\"{resolution}\" MessageDisposition=\"SaveOnly\"><m:ItemChanges><t:ItemChange>"
        + $"<t:ItemId Id=\"{id}\" ChangeKey=\"{changeKey}\"/><t:Updates>{updates}</t:Updates></t:ItemChange></m:ItemChanges></m:UpdateItem>";
}
