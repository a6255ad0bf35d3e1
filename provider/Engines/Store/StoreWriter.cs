using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Engines.Store.Operations;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store;

/// <summary>Writes into a store. A transaction is whole or not at all, so that nothing is ever interrupted here.</summary>
internal sealed class StoreWriter(TrustOperations operations) : IServerWriter
{
    public Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.Certificates.BindAsync(request, cancellationToken));

    public Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.Certificates.RetirePreviousAsync(request, cancellationToken));

    public Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken) =>
        RemoveAsync<CertificateBindingRecord>(() => operations.Certificates.UnbindAsync(server, cancellationToken));

    public Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.PartnerApplications.SaveAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RemoveAsync<PartnerApplication>(() => operations.PartnerApplications.RemoveAsync(request, cancellationToken));

    public Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.AuthorizationServers.SaveAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) =>
        RemoveAsync<AuthorizationServer>(() => operations.AuthorizationServers.RemoveAsync(request, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.OAuthConfigurations.SaveAsync(request, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken) =>
        AnswerAsync(() => operations.OAuthConfigurations.RestoreAsync(original, cancellationToken));

    internal static async Task<WriteOutcome<T>> AnswerAsync<T>(Func<Task<T>> write)
        where T : class
    {
        try
        {
            return new WriteOutcome<T>.Done(await write());
        }
        catch (FaultException refusal)
        {
            return new WriteOutcome<T>.Refused(refusal.Faults);
        }
    }

    internal static async Task<WriteOutcome<T>> RemoveAsync<T>(Func<Task> remove)
        where T : class
    {
        try
        {
            await remove();
            return new WriteOutcome<T>.Done(null);
        }
        catch (FaultException refusal)
        {
            return new WriteOutcome<T>.Refused(refusal.Faults);
        }
    }
}
