using Grpc.Core;
using PartnerTrust.Plugin.Tests.Truth.Closing;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>One preview, or one update, resource by resource in the order in which the program registers them. What depends on a failed one is left
/// as it is; of the rest, which the real engine may have begun by then, the resources go on until the program asks a function, which is its end. A
/// failed update deletes nothing.</summary>
internal sealed class TruthRun(TruthState state, TruthCalls calls, RecordingEngine engine, bool isPreview)
{
    private readonly TruthOutputs outputs = new(isPreview);
    private bool hasEnded;
    private int told;

    public Dictionary<string, TruthTurn> Turns { get; } = [];

    /// <summary>What deletions failed, by resource.</summary>
    public Dictionary<string, string> FailedDeletions { get; } = [];

    /// <summary>Whether anything that the program no longer holds is gone: what stood on it may differ now.</summary>
    public bool HasRemoved { get; private set; }

    /// <summary>Told of each step when it is done.</summary>
    public Func<string, TruthMomentKind, Task> Done { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>All that the plugins told for good.</summary>
    public IEnumerable<(string Urn, string Message)> Messages =>
        engine.Logs.Where(log => !log.Ephemeral).Select(log => (log.Urn, log.Message));

    /// <summary>What the plugins told about no resource in particular.</summary>
    public List<string> ToldAboutStack { get; } = [];

    /// <summary>What they told of the whole when it had ended, and of which resource.</summary>
    public IReadOnlyList<(string Urn, string Message)> Closing =>
        [.. engine.Logs.Skip(told).Where(log => !log.Ephemeral).Select(log => (log.Urn, log.Message))];

    public bool Succeeded => !HasBroken && FailedDeletions.Count == 0;

    private bool HasBroken => Turns.Values.Any(turn => turn.IsBroken);

    public async Task RunAsync(TruthProgram program)
    {
        foreach (var resource in program.Resources)
        {
            await TakeAsync(resource);
        }

        if (!isPreview && !HasBroken)
        {
            var deletion = new TruthDeletion(state, calls, FailedDeletions) { Done = Done };
            await deletion.RunAsync(Turns.Keys.ToHashSet());
            HasRemoved = deletion.HasRemoved;
        }

        foreach (var turn in Turns.Values.Where(turn => turn.Told.IsEmpty))
        {
            turn.Told = [.. engine.Logs.Where(log => !log.Ephemeral && log.Urn == turn.Urn).Select(log => log.Message)];
        }

        var known = Turns.Values.Select(turn => turn.Urn).ToHashSet();
        told = engine.Logs.Count;
        ToldAboutStack.AddRange(engine.Logs.Where(log => !log.Ephemeral && !known.Contains(log.Urn)).Select(log => $"{log.Urn}: {log.Message}"));
    }

    private async Task<TruthTurn> TakeAsync(TruthResource resource)
    {
        var turn = Turns[resource.Key] = new TruthTurn(resource.Identity, resource.Server);
        turn.IsSkipped = hasEnded || (resource.IsFunction && HasBroken)
            || resource.Needs().Any(need => Turns.TryGetValue(need, out var other) && other.IsBroken);
        await (turn.IsSkipped ? Task.CompletedTask : TakeAsync(resource, turn));
        hasEnded |= resource.IsFunction && HasBroken;
        return turn;
    }

    private async Task TakeAsync(TruthResource resource, TruthTurn turn)
    {
        try
        {
            await (resource.IsFunction ? InvokeAsync(resource, turn)
                : resource.IsComponent ? ConstructAsync(resource, turn)
                : RegisterAsync(resource, turn));
        }
        catch (RpcException failure)
        {
            turn.Failure = failure.Detail<ErrorResourceInitFailed>() is { Reasons.Count: > 0 } half
                ? string.Join("; ", half.Reasons)
                : failure.Status.Detail;
        }
    }

    private async Task RegisterAsync(TruthResource resource, TruthTurn turn)
    {
        await new TruthRegistration(state, calls, outputs, isPreview).RegisterAsync(resource, turn);
        await (turn is { Failure: null, Step: not TruthStep.Same } ? Done(turn.Urn, TruthMomentKind.Operation) : Task.CompletedTask);
    }

    /// <summary>The engine asks nobody about what is not known. What is told meanwhile about no resource is told of the function. Where there is no
    /// answer, the program ends.</summary>
    private async Task InvokeAsync(TruthResource function, TruthTurn turn)
    {
        var arguments = outputs.InputsOf(function);
        turn.HadUnknowns = arguments.ContainsUnknown();
        if (turn.HadUnknowns)
        {
            return;
        }

        var before = engine.Logs.Count;
        (var answer, turn.Failure) = await calls.InvokeAsync(function, arguments);
        turn.Told = [.. engine.Logs.Skip(before).Where(log => log is { Ephemeral: false, Urn: "" }).Select(log => log.Message)];
        if (turn.Failure is null)
        {
            turn.Outputs = answer;
            outputs.KeepAnswer(function.Key, answer);
        }
    }

    /// <summary>A component whose children fail comes to no end of its own.</summary>
    private async Task ConstructAsync(TruthResource component, TruthTurn turn)
    {
        var inputs = outputs.InputsOf(component);
        turn.HadUnknowns = inputs.ContainsUnknown();
        await using var children = await TruthChildren.OfAsync(component, async child =>
        {
            var taken = await TakeAsync(child);
            return taken.IsBroken ? null : new TruthChild(state.Find(child.Key)?.Id ?? "", outputs.Of(child.Key));
        });
        try
        {
            var given = await calls.ConstructAsync(component, inputs, children.Address);
            turn.Outputs = given;
            outputs.Keep(component.Key, given);
        }
        catch (RpcException) when (children.HasBroken)
        {
            turn.IsSkipped = true;
        }
    }
}
