using System.Collections.Concurrent;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>Writes through the servers' cmdlets, one write at a time on each server, different servers side by side.</summary>
internal sealed class CmdletWriter(ServerAdministrations administrations, WriteTools tools) : IServerWriter, IDisposable
{
    private readonly ConcurrentDictionary<string, PlannedWrite> writes = new();
    private readonly IntendedWrites intended = new(tools);

    public Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.Bind(request), progress, cancellationToken);

    public Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.RetirePrevious(request), progress, cancellationToken);

    public Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(server, () => intended.Unbind(server), progress, cancellationToken);

    public Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.Save(request, progress), progress, cancellationToken);

    public Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.RemovePartner(request), progress, cancellationToken);

    public Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.Save(request, progress), progress, cancellationToken);

    public Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.RemoveAuthorizationServer(request), progress, cancellationToken);

    public Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(request.Server, () => intended.Save(request), progress, cancellationToken);

    public Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken) =>
        RunAsync(original.Server, () => intended.Restore(original), progress, cancellationToken);

    public void Dispose()
    {
        foreach (var write in writes.Values)
        {
            write.Dispose();
        }
    }

    private async Task<WriteOutcome<T>> RunAsync<T>(
        string server, Func<IntendedWrite<T>> intend, IProgress<string> progress, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var administration = administrations.Require(server);
            var write = writes.GetOrAdd(administration.Server.Fqdn, _ => new PlannedWrite(administration, tools));
            return await write.RunAsync(intend(), progress, cancellationToken);
        }
        catch (FaultException refusal)
        {
            return new WriteOutcome<T>.Refused(refusal.Faults);
        }
    }
}
