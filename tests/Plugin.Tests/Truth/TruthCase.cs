using System.Globalization;
using System.Text;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Plugin.Tests.Truth.Programs;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>One stack from its seed: its runs, each previewed and then applied, and what did not agree.</summary>
internal sealed class TruthCase(int seed, IPluginStarter starter)
{
    private readonly StringBuilder log = new();

    public int Seed => seed;

    public List<Disagreement> Disagreements { get; } = [];

    public int Verdicts { get; private set; }

    public int Untold { get; private set; }

    public int Updates { get; private set; }

    /// <summary>The programs, what was said of them and what was found, for people.</summary>
    public string Log => log.ToString();

    public async Task<TruthCase> RunAsync()
    {
        var draw = new Draw(seed);
        var history = new TruthHistory(draw, starter.Time);
        var stack = new TruthStack(starter);
        var operators = new TruthOperators(draw, stack.DataDirectory, starter.Time);
        for (var run = 0; run < history.Runs; run++)
        {
            if (run > 0 && await operators.ActAsync() is { } act)
            {
                Say($"  behind its back: {act}");
            }

            await RunAsync(stack, history.Next(), run);
        }

        Directory.Delete(stack.Folder, recursive: true);
        return this;
    }

    private async Task RunAsync(TruthStack stack, TruthProgram program, int run)
    {
        Say(TruthDescription.Of(program, run));
        var before = DirectoryPrint.Of(stack.DataDirectory);
        var preview = await stack.PreviewAsync(program);
        Say(TruthDescription.Of("preview", preview));
        var touched = DirectoryPrint.Changes(before, DirectoryPrint.Of(stack.DataDirectory)).ToList();
        var update = await stack.UpAsync(program);
        Say(TruthDescription.Of("up", update));
        Compare(new Comparison(preview, update), run);
        if (touched.Count > 0)
        {
            Add(new Disagreement("data directory written", "", "nothing", string.Join(", ", touched)), run);
        }

        await (update is { Succeeded: true, HasRemoved: false } ? PreviewAgainAsync(stack, program.Settled(), run) : Task.CompletedTask);
    }

    private void Compare(Comparison comparison, int run)
    {
        foreach (var disagreement in comparison.Make())
        {
            Add(disagreement, run);
        }

        Updates++;
        Verdicts += comparison.Verdicts;
        Untold += comparison.Untold;
    }

    private async Task PreviewAgainAsync(TruthStack stack, TruthProgram program, int run)
    {
        var again = await stack.PreviewAsync(program);
        foreach (var turn in again.Turns.Values.Where(turn => turn is { Step: not TruthStep.Same } or { Failure: not null }))
        {
            Add(new Disagreement($"second preview not empty ({turn.Type})", turn.Name, "Same", $"{turn.Step} {turn.Failure}"), run);
        }
    }

    private void Add(Disagreement disagreement, int run)
    {
        Disagreements.Add(disagreement);
        Say(string.Create(CultureInfo.InvariantCulture, $"  !! stack {seed}, run {run}: {disagreement}"));
    }

    private void Say(string text) => log.AppendLine(text);
}
