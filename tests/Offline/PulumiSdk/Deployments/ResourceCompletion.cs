using PartnerTrust.Protocol.Properties;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Registers or reads a resource and resolves its outputs with the answer, or with the failure, so that nothing waits for ever.</summary>
internal static class ResourceCompletion
{
    public static async Task RunAsync(ProgramRun run, Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        // The constructors of the derived classes must have finished before an answer can arrive.
        await Task.Yield();
        var known = !run.Settings.DryRun;
        try
        {
            var state = await AskAsync(run, resource, custom, args, options);
            Resolve(resource, state);
            known &= !state.Unsettled;
        }
        catch (Exception exception)
        {
            foreach (var source in resource.Sources.Values)
            {
                source.Fail(exception);
            }

            throw;
        }

        // What the engine did not send is not known yet in a preview, and absent after an update.
        foreach (var source in resource.Sources.Values)
        {
            source.ResolveMissing(known);
        }
    }

    private static async Task<ResourceState> AskAsync(
        ProgramRun run, Resource resource, bool custom, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is not null)
        {
            return await ResourceRead.ByUrnAsync(run, options.Urn);
        }

        var id = options.Id is null ? "" : await options.Id.ToOutput().GetValueAsync(whenUnknown: "");
        if (string.IsNullOrEmpty(id))
        {
            return await ResourceRegistration.RunAsync(run, resource, custom, args, options);
        }

        return custom
            ? await ResourceRead.ByIdAsync(run, resource, id, args, options)
            : throw new ArgumentException("The option Id is for custom resources only.", nameof(options));
    }

    private static void Resolve(Resource resource, ResourceState state)
    {
        foreach (var (name, source) in resource.Sources)
        {
            if (name == OutputSources.Urn)
            {
                source.Resolve(OutputData<object?>.Known(state.Urn));
            }
            else if (name == OutputSources.Id && resource is CustomResource)
            {
                source.Resolve(OutputData<object?>.Known(state.Id) with { IsKnown = state.Id.Length > 0 });
            }
            else if (state.Outputs.TryGetValue(name, out var value))
            {
                source.Resolve(Read(resource, name, value, source.ValueType, state));
            }
        }
    }

    private static OutputData<object?> Read(Resource resource, string name, PropertyValue value, Type type, ResourceState state)
    {
        var data = PropertyReader.Read(value);
        var converted = data.IsKnown ? PropertyConverter.Convert($"{resource.GetType().FullName}.{name}", data.Value, type) : null;
        var dependencies = state.Dependencies.GetValueOrDefault(name, []);
        return data with
        {
            Value = converted,
            Resources = data.Resources.Union(dependencies.Select(urn => new DependencyResource(urn))),
        };
    }
}
