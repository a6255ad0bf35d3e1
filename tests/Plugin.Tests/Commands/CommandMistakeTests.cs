using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Commands;

/// <summary>What people mistype, and what they are answered: the mistake, what is right, and the word that was probably meant.</summary>
public sealed class CommandMistakeTests
{
    private static readonly string[] Lines =
    [
        "stauts",
        "Status",
        "state --stack dev",
        "status dev",
        "status --stak dev",
        "status -stack dev",
        "status --stack",
        "status --stack dev --data .partnertrust/dev",
        "status --warn 60",
        "status --warn 2 months",
        "status --crit 90d --warn 60d",
        "status --format xml",
        "status --format jsn",
        "status --format=",
        "status --Json",
        "lab",
        "lab stop",
        "lab fault --server exch01.litwareinc.com ExpiredTLSS",
        "lab clock --advance tomorrow",
        "roll --server lync01.litwareinc.com",
        "import-file --stack",
        "plan --stack",
        "completion",
        "completion cmd",
        "lab backup",
        "--verison",
    ];

    [Fact]
    public async Task Typical_mistakes_are_answered_in_one_line_each()
    {
        var answers = new List<string>();
        foreach (var line in Lines)
        {
            var run = await CommandRun.OfAsync(line.Split(' '));
            Assert.True(run is { Code: 2, Output: "" }, $"{line}: {run}");
            answers.Add($"> {line}\n{run.Messages.Split(Environment.NewLine)[0]}");
        }

        await Verify(string.Join("\n\n", answers));
    }
}
