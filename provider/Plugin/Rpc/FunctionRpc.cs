using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Functions;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>Functions, and the methods that the package does not have.</summary>
internal sealed class FunctionRpc(ProgramRun run, FunctionRegistry registry)
{
    private readonly ProviderSession session = run.Session;

    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
    {
        var (function, schema) = registry.Find(request.Tok);
        var faults = new List<Fault>();
        var given = PropertyCodec.Decode(request.Args).Sealed(schema.Inputs);
        var secrets = session.Secrets.In(given);
        var arguments = new ValueChecker(ValueFormats.Native, session.Environment.Variable, faults)
            .CheckObject(given, schema.Inputs, PropertyPath.Root);
        function.Check(new ResourceCheck(arguments, session.Installation, session.Time.GetUtcNow(), faults));
        faults.AddRange(arguments.AsEnumerable()
            .Where(argument => argument.Value.ContainsUnknown())
            .Select(argument => FaultCatalogue.ValueNotKnown(argument.Key)));
        if (faults.Any(fault => !fault.IsWarning))
        {
            var refused = new InvokeResponse();
            refused.Failures.AddRange(new CheckReply(schema.Inputs, given, secrets).Failures(faults));
            return refused;
        }

        var asked = new OperationRequest("", function.Name, secrets)
        {
            Edit = message => run.Preview.Planned?.Keys.Hide(message) ?? message,
        };
        var result = request.Preview
            ? await run.Operations.RunAsync(
                run.BeginPlanningEngineAsync, asked, operation => ForetellAsync(function, arguments, operation), cancellationToken)
            : await run.Operations.RunAsync(asked, operation => function.InvokeAsync(arguments, operation), cancellationToken);
        return new InvokeResponse { Return = PropertyCodec.Encode(given.ContainsSecret() ? result.MapValues(value => value.AsSecret()) : result) };
    }

    public static Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw new FaultException(FaultCatalogue.MethodUnknown(request.Tok));

    /// <summary>The answer of a preview: from the plan as it is so far, and without the keys that only the preview has made. What the update may
    /// bring later in the program is no reason to end the preview, or the program could never be deployed the first time.</summary>
    private async Task<PropertyMap> ForetellAsync(FunctionType function, PropertyMap arguments, Operation operation)
    {
        PropertyMap answer;
        try
        {
            answer = Unnamed(function, await function.InvokeAsync(arguments, operation));
        }
        catch (FaultException refusal) when (function.AnswerAhead(arguments, refusal.Faults[0], operation) is { } ahead)
        {
            answer = ahead;
            await operation.InformAsync(
                $"Preview: {function.Name} finds nothing yet, and answers with what is known. {refusal.Faults[0].Found} Where the update is to "
                + "bring it, let the call depend on the resource that does (dependsOn).");
        }

        run.Preview.Placeholders.Given(answer, text => run.Preview.Planned?.Keys.IsDate(text) ?? false);
        var servers = function.ServersIn(arguments, operation.Installation).ToList();
        if (servers.Count > 0 && run.Preview.Planned?.GapBetween(servers) is { } gap)
        {
            await operation.InformAsync(
                $"Preview: {function.Name} answers without what becomes of {gap.Resource}, which is known with the update alone.");
        }

        return answer;
    }

    private PropertyMap Unnamed(FunctionType function, PropertyMap answer)
    {
        if (run.Preview.Planned?.Keys is not { } keys)
        {
            return answer;
        }

        var unnamed = answer.MapValues(keys.Hide);
        return unnamed == answer ? answer : function.DigestsOfKeys.Aggregate(unnamed, (map, digest) => map.Set(digest, Placeholders.Text));
    }
}
