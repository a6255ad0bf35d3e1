using PartnerTrust.Plugin.Sharing;

namespace PartnerTrust.Plugin.Tests.Sharing;

/// <summary>What the sessions of one update tell one another, in files and in one process.</summary>
public sealed class NoticeBoardTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_session_told_last_is_known_to_the_others_while_it_lives(bool inFiles)
    {
        var place = Place(inFiles);
        using var reader = Board(place, "update");
        using (var writer = Board(place, "update"))
        {
            writer.Post("OAuthConfiguration lync.litwareinc.com", "litwareinc.com");
            writer.Post("OAuthConfiguration lync.litwareinc.com", "contoso.com");

            Assert.Equal("contoso.com", reader.Find("oauthconfiguration LYNC.litwareinc.com"));
            Assert.Null(reader.Find("OAuthConfiguration lync"));
        }

        Assert.Null(reader.Find("OAuthConfiguration lync.litwareinc.com"));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Each_of_several_sessions_is_heard_and_another_meeting_is_told_nothing(bool inFiles)
    {
        var place = Place(inFiles);
        using var one = Board(place, "update");
        using var two = Board(place, "update");
        one.Post("one", "first");
        two.Post("two", "second");

        Assert.Equal(("first", "second"), (two.Find("one"), one.Find("two")));
        Assert.Null(Board(place, "preview").Find("one"));
    }

    private static INoticeBoard Board(IMeetingPlace place, string key) => place.BoardOf(new Meeting(key, "configured", []));

    private IMeetingPlace Place(bool inFiles) =>
        inFiles ? new MachineMeetingPlace(folder.Path, 4711, TimeProvider.System) : new ProcessMeetingPlace();
}
