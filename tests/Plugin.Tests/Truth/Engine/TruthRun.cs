using Grpc.Core;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>One preview, or one update, in the order in which the real engine asks (pulumi-protocol.md 7.1 and 7.2). What depends on a failed
/// resource is left as it is, the rest goes on, and a failed update deletes nothing.</summary>
internal sealed class TruthRun(TruthState state, TruthCalls calls, RecordingEngine engine, bool isPreview)
{
    private readonly Dictionary<string, PropertyMap> outputs = [];

    public Dictionary<string, TruthTurn> Turns { get; } = [];

    /// <summary>What deletions failed, by resource.</summary>
    public Dictionary<string, string> FailedDeletions { get; } = [];

    /// <summary>Whether anything that the program no longer holds is gone: what stood on it may differ now.</summary>
    public bool HasRemoved { get; private set; }

    /// <summary>What the plugins told about no resource in particular.</summary>
    public List<string> ToldAboutStack { get; } = [];

    public bool Succeeded => Turns.Values.All(turn => turn is { Failure: null, IsSkipped: false }) && FailedDeletions.Count == 0;

    public async Task RunAsync(TruthProgram program)
    {
        foreach (var resource in program.Resources)
        {
            var turn = Turns[resource.Name] = new TruthTurn(resource.Type, resource.Name);
            turn.IsSkipped = resource.Needs().Any(need => Turns.TryGetValue(need, out var other) && (other.Failure is not null || other.IsSkipped));
            await (turn.IsSkipped ? Task.CompletedTask : TakeAsync(resource, turn));
        }

        if (!isPreview && Turns.Values.All(turn => turn is { Failure: null, IsSkipped: false }))
        {
            var deletion = new TruthDeletion(state, calls, FailedDeletions);
            await deletion.RunAsync(Turns.Keys.ToHashSet());
            HasRemoved = deletion.HasRemoved;
        }

        foreach (var turn in Turns.Values)
        {
            turn.Told = [.. engine.Logs.Where(log => !log.Ephemeral && log.Urn == TruthCalls.UrnOf(turn.Type, turn.Name)).Select(log => log.Message)];
        }

        var known = Turns.Values.Select(turn => TruthCalls.UrnOf(turn.Type, turn.Name)).ToHashSet();
        ToldAboutStack.AddRange(engine.Logs.Where(log => !log.Ephemeral && !known.Contains(log.Urn)).Select(log => $"{log.Urn}: {log.Message}"));
    }

    private async Task TakeAsync(TruthResource resource, TruthTurn turn)
    {
        try
        {
            await RegisterAsync(resource, turn);
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
        var old = await ReadFirstAsync(resource);
        var program = InputsOf(resource);
        turn.HadUnknowns = program.ContainsUnknown();
        var (news, failure) = await calls.CheckAsync(resource, old?.Inputs ?? PropertyMap.Empty, program);
        if (failure is not null)
        {
            turn.Failure = failure;
        }
        else if (old is null)
        {
            turn.Step = TruthStep.Create;
            await MakeAsync(resource, turn, news, () => calls.CreateAsync(resource, news));
        }
        else if (old.IsPendingReplacement || old.Provider != resource.Provider)
        {
            await ReplaceAsync(resource, turn, old, program, deletesFirst: false);
        }
        else
        {
            await ChangeAsync(resource, turn, old, program, news);
        }
    }

    private async Task<TruthEntry?> ReadFirstAsync(TruthResource resource)
    {
        if (state.Find(resource.Name) is not { IsReadFirst: true, IsPendingReplacement: false } old)
        {
            return state.Find(resource.Name);
        }

        if (await calls.ReadAsync(old) is { } read)
        {
            state.Keep(read);
            return read;
        }

        state.Forget(resource.Name);
        return null;
    }

    private async Task ChangeAsync(TruthResource resource, TruthTurn turn, TruthEntry old, PropertyMap program, PropertyMap news)
    {
        var diff = await calls.DiffAsync(resource, old, news);
        outputs[resource.Name] = old.Outputs;
        if (diff.Replaces.Count > 0)
        {
            await ReplaceAsync(resource, turn, old, program, diff.DeleteBeforeReplace);
        }
        else if (old.IsIncomplete || diff.Changes == DiffResponse.Types.DiffChanges.DiffSome)
        {
            turn.Step = TruthStep.Update;
            await MakeAsync(resource, turn, news, () => calls.UpdateAsync(resource, old, news));
        }
        else
        {
            turn.Step = TruthStep.Same;
            state.Keep(old with { Inputs = news, Needs = resource.Needs() });
        }
    }

    private async Task ReplaceAsync(TruthResource resource, TruthTurn turn, TruthEntry old, PropertyMap program, bool deletesFirst)
    {
        turn.Step = TruthStep.Replace;
        var (news, failure) = await calls.CheckAsync(resource, PropertyMap.Empty, program);
        if (failure is not null)
        {
            turn.Failure = failure;
            return;
        }

        if (deletesFirst && !isPreview)
        {
            await calls.DeleteAsync(old);
            state.Keep(old with { IsPendingReplacement = true });
        }

        await MakeAsync(resource, turn, news, () => calls.CreateAsync(resource, news));
        if (!deletesFirst && !old.IsPendingReplacement)
        {
            state.Replaced.Add(old);
        }
    }

    private async Task MakeAsync(TruthResource resource, TruthTurn turn, PropertyMap news, Func<Task<TruthEntry>> operation)
    {
        try
        {
            Keep(turn, await operation());
        }
        catch (RpcException failure) when (failure.Detail<ErrorResourceInitFailed>() is { } half)
        {
            Keep(turn, TruthCalls.EntryOf(resource, half.Id, news, half.Properties, half.RefreshBeforeUpdate) with { IsIncomplete = true });
            throw;
        }
    }

    private void Keep(TruthTurn turn, TruthEntry entry)
    {
        turn.Outputs = outputs[entry.Name] = entry.Outputs;
        state.Keep(entry);
    }

    /// <summary>What the program writes. In a preview a missing output is one that is not known yet; in an update there is none.</summary>
    private PropertyMap InputsOf(TruthResource resource)
    {
        var inputs = resource.Inputs((name, output) =>
            outputs.GetValueOrDefault(name, PropertyMap.Empty).TryGetValue(output, out var value) ? value
            : isPreview ? UnknownValue.Text
            : PropertyValue.Null);
        return PropertyMap.Of(inputs.AsEnumerable()
            .Select(input => KeyValuePair.Create(
                input.Key, isPreview && resource.Foreign.Contains(input.Key) ? UnknownValue.Text : input.Value))
            .Where(input => input.Value is not NullValue));
    }
}
