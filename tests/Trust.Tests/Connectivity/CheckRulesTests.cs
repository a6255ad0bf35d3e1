using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Connectivity;

/// <summary>What a check is held against before it sets out, and what answers mean that it does not wait for.</summary>
public sealed class CheckRulesTests
{
    private const string Ken = Litware.Ken;

    private static readonly Mailbox Mailbox = new(Ken, "kenmyer@litwareinc.com", Estate.Exchange.Fqdn, ArchiveEnabled: false);

    private static readonly ConnectivityRequest Storage =
        new(Estate.Lync.Fqdn, null, Ken, StorageFolder.Inbox, true, ConnectivityMethod.Storage);

    private static readonly Server[] Servers = [Estate.Lync, Estate.Exchange, Estate.SharePoint];

    [Fact]
    public void A_sound_check_meets_no_objection() => Assert.Null(Objection(Storage));

    [Fact]
    public void Only_servers_that_are_known_call_and_are_called()
    {
        Assert.Equal("PT5080", Objection(Storage with { Server = "nobody.litwareinc.com" }));
        Assert.Equal("PT5080", Objection(Storage with { Target = "nobody.litwareinc.com" }));
        Assert.Equal("PT5087", Objection(Storage with { Target = Estate.Lync.Fqdn }));
    }

    [Fact]
    public void Only_Lync_finds_Exchange_by_itself() => Assert.Equal("PT5080", Objection(Storage with { Server = Estate.Exchange.Fqdn }));

    [Fact]
    public void A_user_is_named_by_a_SIP_address() => Assert.Equal("PT5086", Objection(Storage with { SipUri = "kenmyer@litwareinc.com" }));

    [Fact]
    public void Only_Exchange_keeps_items_but_any_server_can_be_probed()
    {
        var atSharePoint = Storage with { Target = Estate.SharePoint.Fqdn };

        Assert.Equal("PT6001", Objection(atSharePoint));
        Assert.Null(Objection(atSharePoint with { Method = ConnectivityMethod.Probe }));
    }

    [Fact]
    public void A_probe_without_a_mailbox_calls_for_nobody()
    {
        var probe = Storage with { Method = ConnectivityMethod.Probe };

        Assert.Null(CheckRules.UserOf(probe, null));
        Assert.Equal(Ken, CheckRules.UserOf(probe, Mailbox));
        Assert.Equal(Ken, CheckRules.UserOf(Storage, null));
    }

    [Theory]
    [InlineData(StorageFolder.Dumpster, false, "PT6009")]
    [InlineData(StorageFolder.Dumpster, true, null)]
    [InlineData(StorageFolder.ConversationHistory, false, null)]
    [InlineData(StorageFolder.Inbox, false, null)]
    public void The_dumpster_lies_in_the_archive(StorageFolder folder, bool archive, string? code) =>
        Assert.Equal(code, CheckRules.CheckFolder(Storage with { Folder = folder }, Mailbox with { ArchiveEnabled = archive })?.Code);

    [Theory]
    [InlineData("https://ex/autodiscover/autodiscover.svc", 401, "PT6003")]
    [InlineData("https://ex/autodiscover/autodiscover.svc", 404, "PT6002")]
    [InlineData("https://ex/EWS/Exchange.asmx", 404, "PT3056")]
    [InlineData("https://ex/EWS/Exchange.asmx", 200, "PT6012")]
    [InlineData("https://ex/EWS/Exchange.asmx", 500, "PT6016")]
    public void Who_asks_for_a_challenge_learns_from_any_other_answer(string url, int status, string code) =>
        Assert.Equal(code, CallAnswers.AtChallenge(new Uri(url), status, "text/html").Code);

    [Theory]
    [InlineData("https://ex/autodiscover/autodiscover.xml", 200, "PT6002")]
    [InlineData("https://ex/EWS/Exchange.asmx", 200, "PT6012")]
    [InlineData("https://ex/EWS/Exchange.asmx", 404, "PT3056")]
    [InlineData("https://ex/EWS/Exchange.asmx", 503, "PT6016")]
    public void Who_sends_a_message_learns_from_an_answer_that_is_none(string url, int status, string code) =>
        Assert.Equal(code, CallAnswers.AtMessage(new Uri(url), status, "text/html").Code);

    [Theory]
    [InlineData("NoError", "https://in/", "https://out/", "https://in/", null)]
    [InlineData("NoError", null, "https://out/", "https://out/", null)]
    [InlineData("NoError", null, null, null, "PT6005")]
    [InlineData("NoError", "nowhere", null, null, "PT6005")]
    [InlineData("InvalidUser", "https://in/", null, null, "PT6005")]
    public void The_url_for_callers_inside_counts_before_the_other(string code, string? inside, string? outside, string? ews, string? fault)
    {
        var (answer, refusal) = AutodiscoverAnswer.Read("kenmyer@litwareinc.com", code, "", null, inside, outside);

        Assert.Equal((ews, fault), (answer?.Ews?.AbsoluteUri, (refusal ?? answer?.Nobody)?.Code));
    }

    private static string? Objection(ConnectivityRequest request) =>
        CheckRules.Objection(request, Find(request.Server), request.NamedTarget is { } target ? Find(target) : null)?.Code;

    private static Server? Find(string fqdn) => Servers.FirstOrDefault(server => server.Fqdn == fqdn);
}
