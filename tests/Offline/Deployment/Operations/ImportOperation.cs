using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Operations;

/// <summary>Takes existing resources into the state, protected, as <c>pulumi import</c> does.</summary>
internal sealed class ImportOperation(DeploymentRun run, IReadOnlyList<ImportRequest> requests)
{
    public Task RunAsync() => Session.RunAsync(run, async _ =>
    {
        var parent = EnsureStack();
        foreach (var request in requests)
        {
            await ImportAsync(parent, request);
        }
    });

    private async Task ImportAsync(string parent, ImportRequest request)
    {
        var (type, name, id) = request;
        var urn = Urns.Make(run.Stack, run.Project.Name, parent, type, name);
        if (run.Olds.ContainsKey(urn))
        {
            throw new DeploymentException($"resource '{urn}' already exists");
        }

        var reference = await run.Providers.GetDefaultAsync(Urns.Package(type), "");
        var provider = await run.Providers.GetAsync(reference);
        var started = run.Time.GetTimestamp();
        var found = await provider.ReadAsync(urn, id, null, null, 0, run.Hard);
        if (found.IsGone)
        {
            throw new DeploymentException($"resource '{id}' does not exist");
        }

        if (found.Inputs is null)
        {
            throw new DeploymentException($"the provider of {type} does not support importing resources");
        }

        var check = await provider.CheckAsync(urn, found.Inputs, found.Inputs, run.Seed(urn), run.Hard);
        foreach (var failure in check.Failures)
        {
            run.Log.Warn(urn, $"{failure.Property}: {failure.Reason}");
        }

        var goal = new Goal { Type = type, Name = name, Parent = parent, Custom = true, Inputs = found.Inputs, Protect = true };
        var state = goal.ToState(urn, run.Time.GetUtcNow()) with
        {
            Id = found.Id,
            Outputs = found.Outputs,
            Provider = reference,
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            InitErrors = found.Failure,
        };
        run.Journal.Add(state);
        run.Report(StepOperation.Import, null, state, started: started);
        run.Log.Say(DiagnosticSeverity.Info, urn, "imported with the inputs " + ValueText.Of(found.Inputs));
    }

    private string EnsureStack()
    {
        var urn = Urns.Stack(run.Stack, run.Project.Name);
        if (run.Olds.ContainsKey(urn))
        {
            return urn;
        }

        var goal = new Goal { Type = Urns.StackType, Name = Urns.Name(urn), Parent = "", Inputs = PropertyMap.Empty };
        run.Journal.Add(goal.ToState(urn, run.Time.GetUtcNow()));
        return urn;
    }
}
