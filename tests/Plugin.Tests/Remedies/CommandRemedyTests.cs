using PartnerTrust.Plugin.Tests.Situations;
using PartnerTrust.Plugin.Tests.World;
using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

/// <summary>What a command's message says is to be done is done, and the command goes through.</summary>
public sealed class CommandRemedyTests
{
    private static readonly RemedyProgram Staged = Healthy.With(
        "lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { validityDays: 700 } }, effectiveDate: "2026-04-01T00:00:00Z" }""");

    public static TheoryData<CommandRemedy> All =>
    [
        new("PT1206", "Expected: import-file [--with-hybrid] [--stack", "import-file --dat {data}", "import-file --data {data}"),
        new("PT2021", "Stage one with an effectiveDate", $"lab publish --server {Lync} --data {{data}}", $"lab publish --server {Lync} --data {{data}}", Staged),
        new("PT7001", "or correct the name", "lab roll --server lync1.fabrikam.com --data {data}", $"lab roll --server {Lync} --data {{data}}"),
        new("PT7014", "Name another place for the backup", "lab backup --to {data} --data {data}", "lab backup --to {folder} --data {data}"),
        new("PT7018", "Name the stack's data directory", "lab status --data {folder}", "lab status --data {data}"),
        new("PT7021", "Name another directory", Init("{data}"), Init("{folder}")),
        new("PT8010", "probably \"lab roll\"", $"lab rol --server {Lync} --data {{data}}", $"lab roll --server {Lync} --data {{data}}"),
        new("PT8011", "Did you mean --server?", $"lab roll --serever {Lync} --data {{data}}", $"lab roll --server {Lync} --data {{data}}"),
    ];

    [Theory]
    [MemberData(nameof(All))]
    public async Task Following_it_lets_the_command_through(CommandRemedy remedy)
    {
        await using var stack = new SituationStack(Healthy.ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);

        var wrong = await RunAsync(remedy.Wrong, stack);
        Assert.NotEqual(0, wrong.Code);
        Assert.Contains(remedy.Number, wrong.Messages, StringComparison.Ordinal);
        Assert.Contains(remedy.Words, wrong.Messages, StringComparison.Ordinal);

        if (remedy.Then is { } program)
        {
            stack.Rewrite(_ => program.ToString());
            Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        }

        var right = await RunAsync(remedy.Right, stack);
        Assert.True(right.Code == 0, right.Messages);
        Assert.DoesNotContain(remedy.Number, right.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_was_told_to_fail_is_told_to_work_again_as_the_status_says()
    {
        await using var stack = new SituationStack(Healthy.ToString());
        Assert.True((await stack.UpAsync()).Succeeded, stack.Output);
        await stack.LabAsync("fault", "--server", Exchange, "ExpiredTls");

        var failing = (await RunAsync("status --data {data}", stack)).Output;
        Assert.Contains("PT7043", failing, StringComparison.Ordinal);
        const string Remedy = "Remedy: Let it work again: ";
        var typed = failing.Split('\n').Single(line => line.Contains(Remedy, StringComparison.Ordinal)).Split(Remedy)[1].Trim();
        Assert.Equal(0, (await RunAsync($"{typed} --data {{data}}", stack)).Code);

        Assert.DoesNotContain("PT7043", (await RunAsync("status --data {data}", stack)).Output, StringComparison.Ordinal);
    }

    private static string Init(string directory) => $"lab init --identity 9f2c1f4e-2a0b-4a7e-9a55-0c9b7a5d1a11 --data {directory}";

    private static Task<CommandRun> RunAsync(string line, SituationStack stack) => CommandRun.OfAsync(
        [.. line.Split(' ').Select(word => word
            .Replace("{data}", stack.DataDirectory, StringComparison.Ordinal)
            .Replace("{folder}", stack.DataDirectory + "-beside", StringComparison.Ordinal))],
        stack.Time);
}
