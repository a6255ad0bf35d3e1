using Grpc.Core;
using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Steps;

/// <summary>The steps that change a custom resource: begun in the journal, done by the provider, recorded whatever came of them.</summary>
internal sealed class CustomSteps(DeploymentRun run)
{
    public Slot Same(ResourceState state, Slot old, DiffAnswer? diff = null)
    {
        var same = state with
        {
            Id = old.State.Id,
            Outputs = MarkSecrets(old.State.Outputs, state),
            InitErrors = old.State.InitErrors,
            RefreshBeforeUpdate = old.State.RefreshBeforeUpdate,
            Created = old.State.Created,
            Modified = old.State.Modified,
        };
        run.Report(StepOperation.Same, old.State, same, diff);
        return run.Journal.Add(same, old);
    }

    /// <summary>Creates in the place of <paramref name="gone"/>, or beside <paramref name="replaced"/>, which is deleted later.</summary>
    public Task<Slot> CreateAsync(StepOperation operation, ResourceState state, Provider provider, Slot? gone, Slot? replaced, DiffAnswer? diff) =>
        DoAsync(
            operation,
            PendingKinds.Creating,
            (replaced ?? gone)?.State,
            state,
            diff,
            provider,
            () => provider.CreateAsync(state.Urn, state.Inputs, state.Timeouts.Create, run.Hard),
            (created, pending) => replaced is null ? run.Journal.Add(created, gone, pending) : run.Journal.AddReplacing(created, replaced, pending));

    public Task<Slot> UpdateAsync(ResourceState state, Slot old, Provider provider, DiffAnswer diff) => DoAsync(
        StepOperation.Update,
        PendingKinds.Updating,
        old.State,
        state with { Id = old.State.Id, Created = old.State.Created },
        diff,
        provider,
        () => provider.UpdateAsync(old.State, state.Inputs, state.Timeouts.Update, state.IgnoreChanges, run.Hard),
        (updated, pending) => run.Journal.Add(updated, old, pending));

    /// <summary>Reads what the program does not manage (<c>.get</c>).</summary>
    public Task<Slot> ReadAsync(StepOperation operation, ResourceState state, Provider provider, Slot? old) => DoAsync(
        operation,
        PendingKinds.Reading,
        old?.State,
        state,
        null,
        provider,
        async () =>
            await provider.ReadAsync(state.Urn, state.Id, state.Inputs, state.Inputs, state.Timeouts.Read, run.Hard) is { IsGone: false } found
            ? found
            : throw new DeploymentException($"resource '{state.Id}' does not exist"),
        (read, pending) => run.Journal.Add(read, old, pending));

    /// <summary>Deletes for good, or as the old half of a replacement; a preview only says so.</summary>
    public async Task DeleteAsync(Slot slot, StepOperation operation, Action<int?> recorded)
    {
        var state = slot.State;
        var started = run.Time.GetTimestamp();
        int? pending = null;
        if (!run.IsPreview && CallsProvider(state))
        {
            var provider = await run.Providers.GetAsync(state.Provider);
            pending = run.Journal.Begin(PendingKinds.Deleting, state);
            try
            {
                await provider.DeleteAsync(state, run.Hard);
            }
            catch (Exception problem)
            {
                Settle(pending, provider, problem);
                run.Report(operation, state, null, started: started, error: problem.Message);
                throw;
            }
        }

        recorded(pending);
        run.Report(operation, state, null, started: started);
    }

    public static PropertyMap MarkSecrets(PropertyMap outputs, ResourceState state) =>
        outputs.WithSecretsOf(state.Inputs).MarkSecret(state.AdditionalSecretOutputs);

    private static bool CallsProvider(ResourceState state) =>
        state is { Custom: true, IsProvider: false, External: false, RetainOnDelete: false, PendingReplacement: false };

    private async Task<Slot> DoAsync(
        StepOperation operation,
        string kind,
        ResourceState? old,
        ResourceState state,
        DiffAnswer? diff,
        Provider provider,
        Func<Task<ResourceAnswer>> call,
        Func<ResourceState, int?, Slot> record)
    {
        run.ThrowIfStopping();
        var started = run.Time.GetTimestamp();
        int? pending = run.IsPreview ? null : run.Journal.Begin(kind, state);
        ResourceAnswer answer;
        try
        {
            answer = await call();
        }
        catch (Exception problem)
        {
            Settle(pending, provider, problem);
            run.Report(operation, old, state, diff, started, problem.Message);
            throw;
        }

        var done = state with
        {
            Id = answer.Id.Length > 0 ? answer.Id : state.Id,
            Inputs = answer.Inputs ?? state.Inputs,
            Outputs = MarkSecrets(answer.Outputs, state),
            RefreshBeforeUpdate = answer.RefreshBeforeUpdate,
            InitErrors = answer.Failure,
        };
        var slot = record(done, pending);
        var failure = answer.Failure.Length > 0 ? string.Join(Environment.NewLine, answer.Failure) : null;
        run.Report(operation, old, done, diff, started, failure);
        return failure is null ? slot : throw new DeploymentException(failure);
    }

    /// <summary>Some answers leave open whether anything happened; then the operation stays pending in the state.</summary>
    private void Settle(int? pending, Provider provider, Exception problem)
    {
        if (pending is null || provider.Connection.HasExited)
        {
            return;
        }

        if (problem is RpcException { StatusCode: StatusCode.Internal or StatusCode.DataLoss or StatusCode.Unavailable }
            or OperationCanceledException)
        {
            return;
        }

        run.Journal.Settle(pending.Value);
    }
}
