using Grpc.Core;
using PartnerTrust.Plugin.Tests.Truth.Programs;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Engine;

/// <summary>What the real engine asks of one resource that is registered, in its order (pulumi-protocol.md 7.1 and 7.2).</summary>
internal sealed class TruthRegistration(TruthState state, TruthCalls calls, TruthOutputs outputs, bool isPreview)
{
    public async Task RegisterAsync(TruthResource resource, TruthTurn turn)
    {
        var old = await FindAsync(resource);
        var program = outputs.InputsOf(resource);
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

    private async Task<TruthEntry?> FindAsync(TruthResource resource)
    {
        if (resource.FormerName is { } former)
        {
            state.Rename(former, resource.Identity);
        }

        if (state.Find(resource.Key) is not { IsReadFirst: true, IsPendingReplacement: false } old)
        {
            return state.Find(resource.Key);
        }

        if (await calls.ReadAsync(old) is { } read)
        {
            state.Keep(read);
            return read;
        }

        state.Forget(resource.Key);
        return null;
    }

    private async Task ChangeAsync(TruthResource resource, TruthTurn turn, TruthEntry old, PropertyMap program, PropertyMap news)
    {
        var diff = await calls.DiffAsync(resource, old, news);
        outputs.Keep(resource.Key, old.Outputs);
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
        turn.Outputs = entry.Outputs;
        outputs.Keep(entry.Key, entry.Outputs);
        state.Keep(entry);
    }
}
