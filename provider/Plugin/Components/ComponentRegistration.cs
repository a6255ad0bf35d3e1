using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Components;

/// <summary>The component's own registration: every option that its user gave is handed on (pulumi-protocol.md 4.5).</summary>
internal static class ComponentRegistration
{
    /// <param name="construct">What the engine asked for.</param>
    /// <param name="inputs">Its inputs in the same form, with what the schema calls secret marked so: the engine writes them down as they
    /// come.</param>
    public static RegisterResourceRequest Of(ConstructRequest construct, PropertyMap inputs)
    {
        var request = new RegisterResourceRequest
        {
            Type = construct.Type,
            Name = construct.Name,
            Parent = construct.Parent,
            Object = PropertyCodec.Encode(inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            AliasSpecs = true,
            DeletedWith = construct.DeletedWith,
            DeleteBeforeReplace = construct.DeleteBeforeReplace,
            DeleteBeforeReplaceDefined = construct.HasDeleteBeforeReplace,
            ReplacementTrigger = construct.ReplacementTrigger,
            ParentStackTraceHandle = construct.StackTraceHandle,
            CustomTimeouts = TimeoutsOf(construct.CustomTimeouts),
            Hooks = HooksOf(construct.ResourceHooks),
        };
        if (construct.HasProtect)
        {
            request.Protect = construct.Protect;
        }

        if (construct.HasRetainOnDelete)
        {
            request.RetainOnDelete = construct.RetainOnDelete;
        }

        request.Providers.Add(construct.Providers);
        request.Dependencies.AddRange(construct.Dependencies);
        request.Aliases.AddRange(construct.Aliases);
        request.AdditionalSecretOutputs.AddRange(construct.AdditionalSecretOutputs);
        request.IgnoreChanges.AddRange(construct.IgnoreChanges);
        request.ReplaceOnChanges.AddRange(construct.ReplaceOnChanges);
        request.ReplaceWith.AddRange(construct.ReplaceWith);
        return request;
    }

    private static RegisterResourceRequest.Types.CustomTimeouts? TimeoutsOf(ConstructRequest.Types.CustomTimeouts? timeouts) => timeouts is null
        ? null
        : new RegisterResourceRequest.Types.CustomTimeouts
        {
            Create = timeouts.Create,
            Update = timeouts.Update,
            Delete = timeouts.Delete,
            Read = timeouts.Read,
        };

    private static RegisterResourceRequest.Types.ResourceHooksBinding? HooksOf(ConstructRequest.Types.ResourceHooksBinding? hooks)
    {
        if (hooks is null)
        {
            return null;
        }

        var binding = new RegisterResourceRequest.Types.ResourceHooksBinding();
        binding.BeforeCreate.AddRange(hooks.BeforeCreate);
        binding.AfterCreate.AddRange(hooks.AfterCreate);
        binding.BeforeUpdate.AddRange(hooks.BeforeUpdate);
        binding.AfterUpdate.AddRange(hooks.AfterUpdate);
        binding.BeforeDelete.AddRange(hooks.BeforeDelete);
        binding.AfterDelete.AddRange(hooks.AfterDelete);
        binding.OnError.AddRange(hooks.OnError);
        return binding;
    }
}
