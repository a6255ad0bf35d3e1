using Grpc.Core;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Succession;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>Writes a resource for real. What was written, wholly or in part, is what stands from then on, and the engine is told so in every
/// case.</summary>
/// <param name="successions">Which resource of an id stands.</param>
/// <param name="type">What is written.</param>
/// <param name="schema">What the engine knows of it.</param>
/// <param name="recorded">The outputs before; empty for a new one.</param>
internal sealed class ResourceWriter(Successions successions, ResourceType type, ResourceSchema schema, PropertyMap recorded)
{
    public async Task<(ResourceState State, PropertyMap Outputs)> WriteAsync(Operation operation, Func<Task<ResourceState>> write)
    {
        await StoreBond.RequireAsync(operation.Engine, recorded, operation.CancellationToken);
        try
        {
            var state = await write();
            return (state, await RecordAsync(state, operation));
        }
        catch (PartialFailureException partial)
        {
            var outputs = await RecordAsync(partial.State, operation);
            throw Incomplete(partial.State, outputs, partial.Message, partial.Reasons, operation.Secrets);
        }
    }

    /// <summary>The write is done: that is noted whoever cancels now.</summary>
    private async Task<PropertyMap> RecordAsync(ResourceState state, Operation operation)
    {
        var outputs = Outputs.Of(state, schema.Outputs);
        try
        {
            outputs = await successions.WrittenAsync(operation.Engine, type.Name, state.Id, operation.Urn, outputs, recorded, CancellationToken.None);
            return await StoreBond.TieAsync(operation.Engine, outputs, recorded, CancellationToken.None);
        }
        catch (FaultException refusal)
        {
            throw Incomplete(state, outputs, refusal.Message, refusal.Faults, operation.Secrets);
        }
    }

    private static RpcException Incomplete(
        ResourceState state, PropertyMap outputs, string message, IEnumerable<Fault> reasons, SecretTexts secrets)
    {
        var detail = new ErrorResourceInitFailed
        {
            Id = state.Id,
            Inputs = PropertyCodec.Encode(state.Inputs),
            Properties = PropertyCodec.Encode(outputs),
            RefreshBeforeUpdate = state.RefreshBeforeUpdate,
        };
        detail.Reasons.AddRange(reasons.Select(reason => secrets.Hide(reason).ToString()));
        return RpcFailure.Of(StatusCode.Unknown, secrets.Hide(message), detail);
    }
}
