using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Succession;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The life of a custom resource: what the schema says is done here for every type, the rest by the type itself.</summary>
internal sealed class ResourceRpc(ProgramRun run, ResourceRegistry registry)
{
    private readonly ProviderSession session = run.Session;
    private readonly PlannedOperations planned = new(run);
    private readonly ArrivingInputs arriving = new(run.Session);
    private readonly OrderedWrites ordered = new(run);

    public async Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        run.Preview.Declare(request.Urn, request.RandomSeed);
        run.Predecessors.Checked(request.Urn, request.RandomSeed, type.IdOf(PropertyCodec.Decode(request.Olds)));
        var faults = new List<Fault>();
        var given = run.Preview.Placeholders.Reopen(PropertyCodec.Decode(request.News));
        if (type.AutoNamed is { } property)
        {
            given = AutoName.Fill(given, property, request, faults);
        }

        // The log may already have to hide them.
        var secrets = session.Secrets.In(given.Sealed(schema.Inputs));
        var inputs = arriving.Check(type, schema, given, faults);
        var response = new CheckResponse { Inputs = PropertyCodec.Encode(inputs) };
        if (faults.Count > 0)
        {
            run.Preview.CutShort();
            response.Failures.AddRange(new CheckReply(schema.Inputs, PropertyCodec.Decode(request.News), secrets).Failures(faults));
        }
        else
        {
            await DeclareAsync(type, request.Urn, inputs, cancellationToken);
        }

        return response;
    }

    private async Task DeclareAsync(ResourceType type, string urn, PropertyMap inputs, CancellationToken cancellationToken)
    {
        if (run.Declarations.Declare(type, urn, inputs) is { } other)
        {
            var fault = FaultCatalogue.DeclaredTwice(type.Name, PackageTokens.NameOf(urn), PackageTokens.NameOf(other));
            await session.Link.WarnAsync(urn, fault.ToString(), cancellationToken);
        }

        if (type.DecidesDocumentOf(inputs, session.Installation) is { } server)
        {
            run.Order.Declared(urn, server);
        }
    }

    public async Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        var olds = Decode(request.Olds, schema.Outputs);
        var oldInputs = OldInputsOf(type, request.OldInputs, olds, schema);
        var newInputs = arriving.Normalize(type, schema, PropertyCodec.Decode(request.News));
        run.Successions.Declared(type.Name, request.Id, olds);
        var diff = new ResourceDiff(request.Urn, oldInputs, olds, newInputs, run, DifferenceFinder.Compare(oldInputs, newInputs, schema.Inputs));
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, session.Cancelled);
        await StoreBond.RequireAsync(await session.OpenEngineAsync(stop.Token), olds, stop.Token);
        try
        {
            await type.DiffAsync(diff, stop.Token);
            run.Compared(request.Urn, ReplacedBy(diff, type, new ResourceLookup(request.Id, oldInputs, olds)));
            if (!diff.Differences.Any())
            {
                run.Order.Settled(request.Urn);
            }

            return DiffReply.Of(diff.Differences, request.IgnoreChanges, schema.Outputs);
        }
        catch (FaultException refusal)
        {
            throw new FaultException(session.Secrets.In(newInputs, oldInputs, olds).Hide(refusal.Faults));
        }
    }

    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        var inputs = arriving.Require(type, schema, Decode(request.Properties, schema.Inputs));
        return await ordered.RunAsync(
            type,
            request.Urn,
            inputs,
            () => CreateAsync(request, type, schema, inputs, cancellationToken),
            made => made.Properties,
            cancellationToken);
    }

    private async Task<CreateResponse> CreateAsync(
        CreateRequest request, ResourceType type, ResourceSchema schema, PropertyMap inputs, CancellationToken cancellationToken)
    {
        if (request.Preview)
        {
            var plan = new ResourcePlan(
                request.Urn, "", new ResourceCreation(inputs), null, PropertyMap.Empty, session.Installation, session.Time.GetUtcNow());
            return new CreateResponse { Properties = PropertyCodec.Encode(await planned.PreviewAsync(type, plan, schema, cancellationToken)) };
        }

        run.BeginWrite();
        ArrivingInputs.RequireKnown(inputs);
        var writer = new ResourceWriter(run.Successions, type, schema, PropertyMap.Empty);
        var preparation = new CreationPreparation(run);
        var (state, outputs) = await run.Operations.RunAsync(
            RequestOf(request.Urn, $"Creating {type.Name}", request.Timeout, inputs),
            operation => writer.WriteAsync(
                operation, async () => await type.CreateAsync(await preparation.PrepareAsync(type, inputs, operation), operation)),
            cancellationToken);
        return new CreateResponse
        {
            Id = state.Id,
            Properties = PropertyCodec.Encode(outputs),
            RefreshBeforeUpdate = state.RefreshBeforeUpdate,
        };
    }

    /// <summary>A resource that is gone gets a completely empty answer: anything in it would make it exist.</summary>
    public async Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        run.Declarations.Forget(request.Urn);
        var lookup = LookupOf(request, schema);
        var read = await run.Operations.RunAsync(
            RequestOf(request.Urn, $"Reading {type.Name}", request.Timeout, lookup.Inputs, lookup.Outputs),
            operation => ReadAsync(type, lookup, schema, operation),
            cancellationToken);
        return read ?? new ReadResponse();
    }

    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        var olds = Decode(request.Olds, schema.Outputs);
        var news = arriving.Require(type, schema, Decode(request.News, schema.Inputs));
        var change = new ResourceChange(request.Id, OldInputsOf(type, request.OldInputs, olds, schema), olds, news);
        run.Predecessors.Forget(request.Urn);
        return await ordered.RunAsync(
            type,
            request.Urn,
            news,
            () => UpdateAsync(request, type, schema, change, cancellationToken),
            made => made.Properties,
            cancellationToken);
    }

    private async Task<UpdateResponse> UpdateAsync(
        UpdateRequest request, ResourceType type, ResourceSchema schema, ResourceChange change, CancellationToken cancellationToken)
    {
        var (news, olds) = (change.NewInputs, change.OldOutputs);
        if (request.Preview)
        {
            var plan = new ResourcePlan(
                request.Urn, request.Id, new ResourceCreation(news), change.OldInputs, olds, session.Installation, session.Time.GetUtcNow());
            return new UpdateResponse { Properties = PropertyCodec.Encode(await planned.PreviewAsync(type, plan, schema, cancellationToken)) };
        }

        run.BeginWrite();
        ArrivingInputs.RequireKnown(news);
        var writer = new ResourceWriter(run.Successions, type, schema, olds);
        var (state, outputs) = await run.Operations.RunAsync(
            RequestOf(request.Urn, $"Updating {type.Name}", request.Timeout, news, olds),
            operation => writer.WriteAsync(operation, () => type.UpdateAsync(change, operation)),
            cancellationToken);
        return new UpdateResponse { Properties = PropertyCodec.Encode(outputs), RefreshBeforeUpdate = state.RefreshBeforeUpdate };
    }

    public async Task<Empty> DeleteAsync(DeleteRequest request, CancellationToken cancellationToken)
    {
        var (type, schema) = registry.Find(request.Urn, request.Type);
        run.Preview.End();
        run.Predecessors.Forget(request.Urn);
        var lookup = new ResourceLookup(request.Id, Decode(request.OldInputs, schema.Inputs), Decode(request.Properties, schema.Outputs));
        return await run.Operations.RunAsync(
            RequestOf(request.Urn, $"Deleting {type.Name}", request.Timeout, lookup.Inputs, lookup.Outputs),
            operation => DeleteAsync(type, lookup, operation),
            cancellationToken);
    }

    private async Task<ReadResponse?> ReadAsync(ResourceType type, ResourceLookup lookup, ResourceSchema schema, Operation operation)
    {
        await StoreBond.RequireAsync(operation.Engine, lookup.Outputs, operation.CancellationToken);
        if (LostServer.NeededToRead(type, lookup, operation) is { } lost)
        {
            await operation.WarnAsync(FaultCatalogue.NotRead(lost.Fqdn));
            return new ReadResponse
            {
                Id = lookup.Id,
                Inputs = PropertyCodec.Encode(lookup.Inputs),
                Properties = PropertyCodec.Encode(lookup.Outputs),
            };
        }

        if (await type.ReadAsync(lookup, operation) is not { } state)
        {
            return null;
        }

        // Of an import nobody has filled in the defaults yet; its outputs have them, as those of a creation do.
        var completed = state with { Inputs = arriving.Normalize(type, schema, state.Inputs) };
        var outputs = Outputs.Reread(completed, lookup.Outputs, schema.Outputs);
        outputs = await StoreBond.TieAsync(operation.Engine, outputs, lookup.Outputs, operation.CancellationToken);
        outputs = await run.Successions
            .ReadAsync(operation.Engine, type.Name, state.Id, outputs, lookup.Outputs, operation.CancellationToken);
        return new ReadResponse
        {
            Id = state.Id,
            Inputs = PropertyCodec.Encode(state.Inputs),
            Properties = PropertyCodec.Encode(outputs),
            RefreshBeforeUpdate = state.RefreshBeforeUpdate,
        };
    }

    private async Task<Empty> DeleteAsync(ResourceType type, ResourceLookup lookup, Operation operation)
    {
        var (successions, engine) = (run.Successions, operation.Engine);
        await StoreBond.RequireAsync(engine, lookup.Outputs, operation.CancellationToken);
        if (await successions.FindSuccessorAsync(engine, type.Name, lookup.Id, lookup.Outputs, operation.CancellationToken) is { } successor)
        {
            if (!successions.Knows(type.Name, lookup.Id, successor))
            {
                await operation.InformAsync($"{lookup.Id} is not deleted: another resource has created it again since, and manages it now.");
            }

            return new Empty();
        }

        if (LostServer.Keeping(type, lookup, operation) is not { } lost)
        {
            await RemoveAsync(type, lookup, operation);
        }
        else if (lost.RemainderOf(type, lookup) is { } remainder)
        {
            await operation.WarnAsync(remainder);
        }

        await successions.DeletedAsync(engine, type.Name, lookup.Id, CancellationToken.None);
        return new Empty();
    }

    /// <summary>What is deleted for the sake of another; null where the other takes its very place.</summary>
    private static ReplacedResource? ReplacedBy(ResourceDiff diff, ResourceType type, ResourceLookup lookup) =>
        diff.Replaces && diff.IsForUpdate && type.IdOf(diff.NewInputs) != lookup.Id ? new ReplacedResource(type, diff.Urn, lookup) : null;

    /// <summary>What the program still declares is replaced, and not removed.</summary>
    private async Task RemoveAsync(ResourceType type, ResourceLookup lookup, Operation operation)
    {
        var isRemoved = !run.Declarations.IsDeclared(operation.Urn);
        await (isRemoved ? run.Removals.PassAsync(type, lookup, operation) : Task.CompletedTask);
        var isDone = false;
        try
        {
            await type.DeleteAsync(lookup, operation);
            isDone = true;
        }
        finally
        {
            if (!isRemoved || !isDone)
            {
                run.Removals.Forget();
            }
        }
    }

    private OperationRequest RequestOf(string urn, string step, double timeoutSeconds, params ReadOnlySpan<PropertyMap> values) =>
        new(urn, step, session.Secrets.In(values)) { TimeoutSeconds = timeoutSeconds };

    private PropertyMap OldInputsOf(ResourceType type, Struct? oldInputs, PropertyMap olds, ResourceSchema schema) =>
        arriving.Normalize(type, schema, oldInputs is null ? InputsOf(olds, schema) : PropertyCodec.Decode(oldInputs));

    /// <summary>What a program looks up (<c>.get</c>) may come with a few properties to find it by. They are less than a program would write,
    /// and the id says as much.</summary>
    private ResourceLookup LookupOf(ReadRequest request, ResourceSchema schema)
    {
        var inputs = request.Inputs is null ? PropertyMap.Empty : InputsOf(Decode(request.Inputs, schema.Inputs), schema);
        return schema.Inputs.Required.All(name => inputs.Has(name))
            ? new ResourceLookup(request.Id, arriving.Recorded(schema, inputs), Decode(request.Properties, schema.Outputs))
            : new ResourceLookup(request.Id, PropertyMap.Empty, PropertyMap.Empty);
    }

    /// <summary>What the schema calls secret is so, whoever wrote it down.</summary>
    private static PropertyMap Decode(Struct? values, ObjectSchema schema) => PropertyCodec.Decode(values).Sealed(schema);

    private static PropertyMap InputsOf(PropertyMap outputs, ResourceSchema schema) =>
        PropertyMap.Of(outputs.AsEnumerable().Where(entry => schema.Inputs.Properties.ContainsKey(entry.Key)));
}
