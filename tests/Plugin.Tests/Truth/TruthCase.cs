using System.Globalization;
using System.Text;
using PartnerTrust.Plugin.Tests.Truth.Closing;
using PartnerTrust.Plugin.Tests.Truth.Comparing;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Plugin.Tests.Truth.Programs;

namespace PartnerTrust.Plugin.Tests.Truth;

/// <summary>One stack from its seed: its runs, each previewed and then applied, and what did not agree.</summary>
internal sealed class TruthCase(int seed, IPluginStarter starter)
{
    /// <summary>Of so many stacks one is asked after each operation; and wherever a gap is likely, or told of.</summary>
    private const int FollowedOf = 8;

    private readonly StringBuilder log = new();

    public int Seed => seed;

    public List<Disagreement> Disagreements { get; } = [];

    public int Verdicts { get; private set; }

    public int Untold { get; private set; }

    /// <summary>Verdicts that turn on an order which the program does not declare, and say so.</summary>
    public int Unordered { get; private set; }

    /// <summary>Verdicts on checks while a host has a fault that only a call can see.</summary>
    public int Apart { get; private set; }

    /// <summary>What previews told at their ends of checks and directions that the update does not touch, and was held against it.</summary>
    public int Statements { get; private set; }

    /// <summary>What was told of gaps in time and of deletions, and was held against each step of an update.</summary>
    public int Moments { get; private set; }

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
            await (run > 0 ? PassTimeAsync(draw, stack, operators, run) : Task.CompletedTask);
            var program = history.Next();
            await RunAsync(stack, program, history.Applied(program), run, operators.HasHiddenFault);
        }

        Directory.Delete(stack.Folder, recursive: true);
        return this;
    }

    /// <summary>What happens between two updates.</summary>
    private async Task PassTimeAsync(Draw draw, TruthStack stack, TruthOperators operators, int run)
    {
        var days = draw.Below(9);
        if (draw.Chance(15) && starter.Pass(TimeSpan.FromDays(days)))
        {
            Say(string.Create(CultureInfo.InvariantCulture, $"  {days} days later"));
        }

        if (await operators.ActAsync() is { } act)
        {
            Say($"  behind its back: {act}");
        }

        if (draw.Chance(25))
        {
            await RefreshAsync(stack, run);
        }
    }

    private async Task RefreshAsync(TruthStack stack, int run)
    {
        var before = DirectoryPrint.Of(stack.DataDirectory);
        var refresh = await stack.RefreshAsync();
        Say($"  refreshed: {string.Join(", ", refresh.Drift.DefaultIfEmpty("all is as it was"))}");
        foreach (var failure in refresh.Failures)
        {
            Add(new Disagreement("not refreshed", "", "", failure), run);
        }

        CompareDirectories(before, stack, "refresh", run);
    }

    private async Task RunAsync(TruthStack stack, TruthProgram program, TruthProgram applied, int run, bool hasHiddenFault)
    {
        Say(TruthDescription.Of(program, run));
        var worked = run > 0 ? await stack.AskAsync(program.Settings) : new Dictionary<TruthCall, Verdict>();
        var before = DirectoryPrint.Of(stack.DataDirectory);
        var preview = await stack.PreviewAsync(program);
        Say(TruthDescription.Of("preview", preview));
        CompareDirectories(before, stack, "preview", run);
        var follows = seed % FollowedOf == 0 || preview.Turns.Values.Any(ChangesKey) || new ClosingWords(preview.Closing).Gaps().Any();
        var (update, moments) = await stack.UpAsync(applied, follows);
        Say(TruthDescription.Of("up", update));
        var comparison = new Comparison(preview, update)
        {
            DeclaresOrder = program.DeclaresOrder,
            HasHiddenFault = hasHiddenFault,
            Drift = starter.Drift,
        };
        Compare(comparison, run);
        if (update.Succeeded && program.DeclaresOrder)
        {
            CompareRemovals(update, moments, run);
            CompareGaps(preview, worked, follows ? moments : null, run);
        }

        if (update is { Succeeded: true, HasRemoved: false } && program.DeclaresOrder)
        {
            await (preview.Succeeded ? CompareClosingAsync(stack, (preview, update), worked, hasHiddenFault, run) : Task.CompletedTask);
            await PreviewAgainAsync(stack, program.Settled(), update, run);
        }
    }

    private static bool ChangesKey(TruthTurn turn) => turn is { Type: "CertificateBinding", Step: TruthStep.Update or TruthStep.Replace };

    private void CompareRemovals(TruthRun update, IReadOnlyList<TruthMoment> moments, int run)
    {
        var removals = new RemovalComparison(update, moments);
        foreach (var disagreement in removals.Make())
        {
            Add(disagreement, run);
        }

        Moments += removals.Statements;
    }

    /// <summary>Of a plan of which all is known, where each operation was followed.</summary>
    private void CompareGaps(TruthRun preview, IReadOnlyDictionary<TruthCall, Verdict> worked, IReadOnlyList<TruthMoment>? moments, int run)
    {
        if (moments is null || !preview.Succeeded || preview.Turns.Values.Any(turn => turn.HadUnknowns))
        {
            return;
        }

        var gaps = new GapComparison(preview, worked, moments);
        foreach (var disagreement in gaps.Make())
        {
            Add(disagreement, run);
        }

        Moments += gaps.Statements;
    }

    private void CompareDirectories(SortedDictionary<string, string> before, TruthStack stack, string command, int run)
    {
        var touched = DirectoryPrint.Changes(before, DirectoryPrint.Of(stack.DataDirectory)).ToList();
        if (touched.Count > 0)
        {
            Add(new Disagreement($"data directory written ({command})", "", "nothing", string.Join(", ", touched)), run);
        }
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
        Unordered += comparison.Unordered;
        Apart += comparison.Apart;
    }

    private async Task CompareClosingAsync(
        TruthStack stack, (TruthRun Preview, TruthRun Update) runs, IReadOnlyDictionary<TruthCall, Verdict> worked, bool hasHiddenFault, int run)
    {
        var facts = await stack.InspectAsync(runs.Update, worked);
        var closing = new ClosingComparison(runs.Preview, runs.Update, facts) { HasHiddenFault = hasHiddenFault };
        foreach (var disagreement in closing.Make())
        {
            Add(disagreement, run);
        }

        Statements += closing.Statements;
    }

    /// <summary>A function that was called before all was done answers anew: what takes that may be another then.</summary>
    private async Task PreviewAgainAsync(TruthStack stack, TruthProgram program, TruthRun update, int run)
    {
        var again = await stack.PreviewAsync(program);
        var others = new HashSet<string>();
        foreach (var resource in program.Resources)
        {
            var answersAnew = resource.IsFunction && again.Turns[resource.Key].Outputs != update.Turns[resource.Key].Outputs;
            others.UnionWith(answersAnew || resource.Needs().Overlaps(others) ? [resource.Key] : []);
        }

        foreach (var turn in again.Turns.Values.Where(turn =>
            !others.Contains(turn.Name) && turn is { Step: not TruthStep.Same and not null } or { Failure: not null }))
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
