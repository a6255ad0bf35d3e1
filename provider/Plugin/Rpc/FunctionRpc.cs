using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Functions;
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
        var result = await run.Operations.RunAsync(
            EngineFor(function, request), asked, operation => function.InvokeAsync(arguments, operation), cancellationToken);
        result = request.Preview && run.Preview.Planned is { } planned ? result.MapValues(planned.Keys.Hide) : result;
        return new InvokeResponse { Return = PropertyCodec.Encode(given.ContainsSecret() ? result.MapValues(value => value.AsSecret()) : result) };
    }

    /// <summary>Answers that hold keys tell of those that are there: the ones that a preview makes are not those of the update.</summary>
    private Func<CancellationToken, ValueTask<ITrustEngine>> EngineFor(FunctionType function, InvokeRequest request) =>
        request.Preview && function.AsksAboutThePlan ? run.OpenPlanningEngineAsync : session.OpenEngineAsync;

    public static Task<CallResponse> CallAsync(CallRequest request, CancellationToken cancellationToken) =>
        throw new FaultException(FaultCatalogue.MethodUnknown(request.Tok));
}
