using PartnerTrust.Plugin.Sharing;

namespace PartnerTrust.Plugin.Tests.Sharing;

/// <summary>What the processes of one update tell one another in files.</summary>
public sealed class MachineNoticesTests : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_line_that_is_not_written_to_its_end_says_nothing()
    {
        File.WriteAllText(Path.Combine(folder.Path, "update.1.notices"), "topic\twhole\ntopic\tha");

        Assert.Equal("whole", Board("update").Find("topic"));
    }

    [Fact]
    public void What_killed_processes_told_goes_and_what_a_process_holds_stays()
    {
        File.WriteAllText(Path.Combine(folder.Path, "killed.1.notices"), "topic\ttext\n");
        using var held = Board("held");
        held.Post("topic", "text");

        MachineNotices.ClearAbandoned(folder.Path, TimeProvider.System.GetUtcNow().AddHours(1));

        Assert.StartsWith("held.", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))), StringComparison.Ordinal);
        Assert.Equal("text", held.Find("topic"));
    }

    [Fact]
    public void Where_the_folder_cannot_be_written_nothing_is_told_and_nothing_fails()
    {
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllBytes(file, []);
        using var board = new MachineNotices(file, "update");

        board.Post("topic", "text");

        Assert.Null(board.Find("topic"));
    }

    private MachineNotices Board(string key) => new(folder.Path, key);
}
