using PartnerTrust.Emulator.Tests.Fixtures;
using static PartnerTrust.Emulator.Tests.Exchange.EwsSession;

namespace PartnerTrust.Emulator.Tests.Exchange;

/// <summary>Searches of items and folders find what the request says, in its order, page by page.</summary>
public sealed class EwsSearchTests
{
    [Theory]
    [InlineData("<t:IsEqualTo>" + Subject + "<t:FieldURIOrConstant><t:Constant Value=\"BETA\"/></t:FieldURIOrConstant></t:IsEqualTo>", "beta")]
    [InlineData(
        "<t:IsNotEqualTo>" + Subject + "<t:FieldURIOrConstant><t:Constant Value=\"beta\"/></t:FieldURIOrConstant></t:IsNotEqualTo>", "gamma alpha")]
    [InlineData(
        "<t:IsGreaterThan>" + Importance + "<t:FieldURIOrConstant><t:Constant Value=\"Normal\"/></t:FieldURIOrConstant></t:IsGreaterThan>", "gamma")]
    [InlineData(
        "<t:IsLessThanOrEqualTo>" + Number + "<t:FieldURIOrConstant><t:Constant Value=\"10\"/></t:FieldURIOrConstant></t:IsLessThanOrEqualTo>",
        "beta alpha")]
    [InlineData("<t:IsGreaterThanOrEqualTo><t:FieldURI FieldURI=\"item:DateTimeReceived\"/><t:FieldURIOrConstant><t:Constant Value=\"2026-03-01T13:00:00+01:00\"/></t:FieldURIOrConstant></t:IsGreaterThanOrEqualTo>", "gamma beta alpha")]
    [InlineData("<t:IsLessThan><t:FieldURI FieldURI=\"item:DateTimeReceived\"/><t:FieldURIOrConstant><t:Constant Value=\"2026-03-01T13:00:00+01:00\"/></t:FieldURIOrConstant></t:IsLessThan>", "")]
    [InlineData(
        "<t:IsEqualTo><t:FieldURI FieldURI=\"message:IsRead\"/><t:FieldURIOrConstant><t:Constant Value=\"0\"/></t:FieldURIOrConstant></t:IsEqualTo>",
        "beta")]
    [InlineData(
        "<t:IsEqualTo>" + Subject + "<t:FieldURIOrConstant><t:FieldURI FieldURI=\"message:ConversationTopic\"/></t:FieldURIOrConstant></t:IsEqualTo>",
        "gamma beta alpha")]
    [InlineData(
        "<t:Contains ContainmentMode=\"Prefixed\" ContainmentComparison=\"Exact\">" + Subject + "<t:Constant Value=\"al\"/></t:Contains>", "alpha")]
    [InlineData(
        "<t:Contains ContainmentMode=\"Substring\" ContainmentComparison=\"IgnoreCase\">" + Subject + "<t:Constant Value=\"A\"/></t:Contains>",
        "gamma beta alpha")]
    [InlineData(
        "<t:Contains ContainmentMode=\"Substring\" ContainmentComparison=\"Exact\">" + Subject + "<t:Constant Value=\"A\"/></t:Contains>", "")]
    [InlineData("<t:Contains ContainmentMode=\"PrefixOnWords\" ContainmentComparison=\"Loose\"><t:FieldURI FieldURI=\"item:Body\"/><t:Constant Value=\"WÓRL\"/></t:Contains>", "alpha")]
    [InlineData("<t:Contains ContainmentMode=\"ExactPhrase\" ContainmentComparison=\"IgnoreCase\"><t:FieldURI FieldURI=\"item:Body\"/><t:Constant Value=\"hello\"/></t:Contains>", "alpha")]
    [InlineData("<t:Exists>" + Number + "</t:Exists>", "gamma beta alpha")]
    [InlineData("<t:Exists><t:FieldURI FieldURI=\"item:Categories\"/></t:Exists>", "gamma")]
    [InlineData("<t:Excludes>" + Number + "<t:Bitmask Value=\"0x2\"/></t:Excludes>", "beta")]
    [InlineData("<t:Not><t:Exists><t:FieldURI FieldURI=\"item:Categories\"/></t:Exists></t:Not>", "beta alpha")]
    [InlineData(
        "<t:And><t:Exists>" + Number + "</t:Exists><t:Not><t:Exists><t:FieldURI FieldURI=\"item:Categories\"/></t:Exists></t:Not></t:And>",
        "beta alpha")]
    [InlineData("<t:Or><t:Exists><t:FieldURI FieldURI=\"item:Categories\"/></t:Exists><t:IsEqualTo>" + Subject + "<t:FieldURIOrConstant><t:Constant Value=\"alpha\"/></t:FieldURIOrConstant></t:IsEqualTo></t:Or>", "gamma alpha")]
    public async Task A_restriction_finds_what_it_says(string restriction, string found)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = await WithThreeItemsAsync(litware);

        Assert.Equal(found, string.Join(' ', await session.FindAsync($"<m:Restriction>{restriction}</m:Restriction>")));
    }

    [Theory]
    [InlineData("alpha", "alpha")]
    [InlineData("subject:beta", "beta")]
    [InlineData("category:green importance:high", "gamma")]
    [InlineData("body:\"hello, world\"", "")]
    [InlineData("hello AND subject:alpha", "alpha")]
    public async Task A_query_of_words_and_phrases_is_understood(string query, string found)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = await WithThreeItemsAsync(litware);

        Assert.Equal(found, string.Join(' ', await session.FindAsync("", $"<m:QueryString>{query}</m:QueryString>")));
    }

    [Theory]
    [InlineData("<m:QueryString>sent:today</m:QueryString>", "ErrorInvalidArgument")]
    [InlineData("<m:QueryString>a OR b</m:QueryString>", "ErrorInvalidArgument")]
    [InlineData("<m:Restriction><t:IsEqualTo><t:FieldURI FieldURI=\"item:Size\"/><t:FieldURIOrConstant><t:Constant Value=\"large\"/></t:FieldURIOrConstant></t:IsEqualTo></m:Restriction>", "ErrorInvalidValueForProperty")]
    [InlineData(
        "<m:Restriction><t:Exists><t:ExtendedFieldURI PropertyName=\"x\" PropertyType=\"String\"/></t:Exists></m:Restriction>",
        "ErrorInvalidExtendedProperty")]
    [InlineData("<m:IndexedPageItemView MaxEntriesReturned=\"0\" Offset=\"0\" BasePoint=\"Beginning\"/>", "ErrorInvalidPagingMaxRows")]
    [InlineData("<m:IndexedPageItemView Offset=\"-1\" BasePoint=\"Beginning\"/>", "ErrorInvalidIndexedPagingParameters")]
    [InlineData("<m:FractionalPageItemView Numerator=\"3\" Denominator=\"2\"/>", "ErrorInvalidFractionalPagingParameters")]
    [InlineData("<m:GroupBy/>", "ErrorInvalidOperation")]
    public async Task A_search_that_cannot_be_made_says_why(string content, string code)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();

        Assert.Equal([code], await new EwsSession(litware).CodesAsync(
            $"<m:FindItem Traversal=\"Shallow\">{content}<m:ParentFolderIds><t:DistinguishedFolderId Id=\"inbox\"/></m:ParentFolderIds></m:FindItem>"));
    }

    [Theory]
    [InlineData("<m:SortOrder><t:FieldOrder Order=\"Ascending\">" + Subject + "</t:FieldOrder></m:SortOrder>", "alpha beta gamma")]
    [InlineData("<m:SortOrder><t:FieldOrder Order=\"Descending\">" + Number + "</t:FieldOrder></m:SortOrder>", "gamma alpha beta")]
    [InlineData("<m:SortOrder><t:FieldOrder Order=\"Ascending\"><t:FieldURI FieldURI=\"message:IsRead\"/></t:FieldOrder><t:FieldOrder Order=\"Descending\">" + Subject + "</t:FieldOrder></m:SortOrder>", "beta gamma alpha")]
    public async Task Items_come_in_the_order_that_is_asked_for(string order, string found)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = await WithThreeItemsAsync(litware);

        Assert.Equal(found, string.Join(' ', await session.FindAsync("", order)));
    }

    [Theory]
    [InlineData("<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"0\" BasePoint=\"Beginning\"/>", "gamma beta")]
    [InlineData("<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"2\" BasePoint=\"Beginning\"/>", "alpha")]
    [InlineData("<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"0\" BasePoint=\"End\"/>", "beta alpha")]
    [InlineData("<m:IndexedPageItemView MaxEntriesReturned=\"2\" Offset=\"99\" BasePoint=\"Beginning\"/>", "")]
    [InlineData("<m:FractionalPageItemView MaxEntriesReturned=\"1\" Numerator=\"1\" Denominator=\"2\"/>", "beta")]
    public async Task A_page_holds_its_part_of_what_was_found(string view, string found)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        var session = await WithThreeItemsAsync(litware);

        Assert.Equal(found, string.Join(' ', await session.FindAsync("", view: view)));
    }

    [Theory]
    [InlineData("Shallow", "msgfolderroot", "", "Inbox, Drafts, Sent Items, Deleted Items, Outbox, Junk Email, Conversation History")]
    [InlineData("Shallow", "inbox", "", "")]
    [InlineData("Deep", "recoverableitemsroot", "", "Deletions, Versions, Purges")]
    [InlineData("Deep", "archiveroot", "<m:Restriction><t:Contains ContainmentMode=\"Prefixed\" ContainmentComparison=\"IgnoreCase\"><t:FieldURI FieldURI=\"folder:DisplayName\"/><t:Constant Value=\"del\"/></t:Contains></m:Restriction>", "Deleted Items, Deletions")]
    [InlineData(
        "Deep", "root", "<m:IndexedPageFolderView MaxEntriesReturned=\"2\" Offset=\"3\" BasePoint=\"Beginning\"/>", "Sent Items, Deleted Items")]
    [InlineData("Shallow", "msgfolderroot", "<m:Restriction><t:IsGreaterThan><t:FieldURI FieldURI=\"folder:TotalCount\"/><t:FieldURIOrConstant><t:Constant Value=\"0\"/></t:FieldURIOrConstant></t:IsGreaterThan></m:Restriction>", "Inbox")]
    public async Task Folders_are_found_below_their_parents(string traversal, string parent, string content, string names)
    {
        await using var litware = new EmulatedEstate().WithTwoWayTrust();
        litware.EnableArchive();
        var session = await WithThreeItemsAsync(litware);

        var found = Assert.Single(await session.CallAsync(
            $"<m:FindFolder Traversal=\"{traversal}\"><m:FolderShape><t:BaseShape>Default</t:BaseShape></m:FolderShape>{content}"
            + $"<m:ParentFolderIds><t:DistinguishedFolderId Id=\"{parent}\"/></m:ParentFolderIds></m:FindFolder>"));

        Assert.Equal(names, string.Join(", ", found.Descendants(T + "DisplayName").Select(name => name.Value)));
    }

    private const string Subject = "<t:FieldURI FieldURI=\"item:Subject\"/>";
    private const string Importance = "<t:FieldURI FieldURI=\"item:Importance\"/>";
    private const string Number =
        "<t:ExtendedFieldURI PropertySetId=\"c3ab5b42-0a0c-4a25-9e0a-1d0c4a8cbd0a\" PropertyName=\"n\" PropertyType=\"Integer\"/>";

    private static async Task<EwsSession> WithThreeItemsAsync(EmulatedEstate litware)
    {
        var session = new EwsSession(litware);
        await session.CreateAsync("inbox", "<t:Subject>alpha</t:Subject><t:Body BodyType=\"Text\">Hello wórld</t:Body>" + Numbered(10));
        litware.Time.Now += TimeSpan.FromMinutes(1);
        await session.CreateAsync("inbox", "<t:Subject>beta</t:Subject>" + Numbered(9) + "<t:IsRead>false</t:IsRead>");
        litware.Time.Now += TimeSpan.FromMinutes(1);
        await session.CreateAsync(
            "inbox",
            "<t:Subject>gamma</t:Subject><t:Categories><t:String>green</t:String></t:Categories><t:Importance>High</t:Importance>" + Numbered(111));
        return session;
    }

    private static string Numbered(int number) => $"<t:ExtendedProperty>{Number}<t:Value>{number}</t:Value></t:ExtendedProperty>";
}
