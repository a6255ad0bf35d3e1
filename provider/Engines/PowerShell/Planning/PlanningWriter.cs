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

    public Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(request.Server, () => intended.Bind(request), writer.BindCertificateAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(
            request.Server, () => intended.RetirePrevious(request), writer.RetirePreviousCertificateAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(server, () => intended.Unbind(server), writer.UnbindCertificateAsync, server, progress, cancellationToken);

    public Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(request.Server, () => intended.Save(request, progress), writer.SavePartnerApplicationAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(request.Server, () => intended.RemovePartner(request), writer.RemovePartnerApplicationAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(request.Server, () => intended.Save(request, progress), writer.SaveAuthorizationServerAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) => TellAsync(
        request.Server,
        () => intended.RemoveAuthorizationServer(request),
        writer.RemoveAuthorizationServerAsync,
        request,
        progress,
        cancellationToken);

    public Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(request.Server, () => intended.Save(request), writer.SaveOAuthConfigurationAsync, request, progress, cancellationToken);

    public Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken) =>
        TellAsync(original.Server, () => intended.Restore(original), writer.RestoreOAuthConfigurationAsync, original, progress, cancellationToken);

    /// <summary>The plan is made before the write, and told after it: nothing is run for what is refused.</summary>
    private async Task<WriteOutcome<T>> TellAsync<TRequest, T>(
        string server,
        Func<IntendedWrite<T>> intend,
        Func<TRequest, IProgress<string>, CancellationToken, Task<WriteOutcome<T>>> write,
        TRequest request,
        IProgress<string> progress,
        CancellationToken cancellationToken)
        where T : class
    {
        var plan = await PlanAsync(server, intend, progress, cancellationToken);
        var outcome = await write(request, progress, cancellationToken);
        if (outcome is not WriteOutcome<T>.Refused)
        {
            told.Tell(server, plan);
        }

        return outcome;
    }

    private async Task<CmdletPlan> PlanAsync<T>(
        string server, Func<IntendedWrite<T>> intend, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            using var write = new PlannedWrite(new PlannedAdministration(administrations.Require(server), planned.Reader), tools);
            return await write.PlanAsync(intend(), progress, cancellationToken);
        }
        catch (FaultException obstacle)
        {
            return CmdletPlan.Nothing with { Remarks = obstacle.Faults };
        }
    }
}
