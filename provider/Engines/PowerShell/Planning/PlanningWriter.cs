using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Planning;

/// <summary>Tells what a write would run, and does it to the planned trust. What the write is refused for, the planned trust refuses it for; where
/// only the plan cannot be made, that is remarked.</summary>
internal sealed class PlanningWriter(ITrustEngine planned, ServerAdministrations administrations, WriteTools tools, PlannedCalls told) : IServerWriter
{
    private readonly IServerWriter writer = planned.Writer;
    private readonly IntendedWrites intended = new(tools);

    public async Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.Bind(request), progress, cancellationToken);
        return run.Tell(await writer.BindCertificateAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.RetirePrevious(request), progress, cancellationToken);
        return run.Tell(await writer.RetirePreviousCertificateAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(server, () => intended.Unbind(server), progress, cancellationToken);
        return run.Tell(await writer.UnbindCertificateAsync(server, progress, cancellationToken));
    }

    public async Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.Save(request, progress), progress, cancellationToken);
        return run.Tell(await writer.SavePartnerApplicationAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.RemovePartner(request), progress, cancellationToken);
        return run.Tell(await writer.RemovePartnerApplicationAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.Save(request, progress), progress, cancellationToken);
        return run.Tell(await writer.SaveAuthorizationServerAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.RemoveAuthorizationServer(request), progress, cancellationToken);
        return run.Tell(await writer.RemoveAuthorizationServerAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(request.Server, () => intended.Save(request), progress, cancellationToken);
        return run.Tell(await writer.SaveOAuthConfigurationAsync(request, progress, cancellationToken));
    }

    public async Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var run = await PlanAsync(original.Server, () => intended.Restore(original), progress, cancellationToken);
        return run.Tell(await writer.RestoreOAuthConfigurationAsync(original, progress, cancellationToken));
    }

    private async Task<ToldRun> PlanAsync<T>(
        string server, Func<IntendedWrite<T>> intend, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var administration = administrations.Require(server);
            using var write = new PlannedWrite(new PlannedAdministration(administration, planned.Reader), tools);
            return new ToldRun(told, administration.Server.Fqdn, await write.PlanAsync(intend(), progress, cancellationToken), null);
        }
        catch (FaultException obstacle)
        {
            return new ToldRun(told, server, CmdletPlan.Nothing, obstacle.Faults[0]);
        }
    }

    /// <param name="Obstacle">Why there is no plan; null where there is one.</param>
    private sealed record ToldRun(PlannedCalls Told, string Server, CmdletPlan Plan, Fault? Obstacle)
    {
        /// <summary>Nothing is run for what is refused.</summary>
        public WriteOutcome<T> Tell<T>(WriteOutcome<T> outcome)
            where T : class
        {
            if (outcome is not WriteOutcome<T>.Refused)
            {
                Told.Tell(Server, Obstacle is { } obstacle ? CmdletPlan.Nothing with { Remarks = [obstacle] } : Plan);
            }

            return outcome;
        }
    }
}
