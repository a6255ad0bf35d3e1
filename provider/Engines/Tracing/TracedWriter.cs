using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tracing;

internal sealed class TracedWriter(IServerWriter writer) : IServerWriter
{
    public Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "BindCertificate", request.Server, () => writer.BindCertificateAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "RetirePreviousCertificate", request.Server, () => writer.RetirePreviousCertificateAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "UnbindCertificate", server, () => writer.UnbindCertificateAsync(server, progress, cancellationToken));

    public Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "SavePartnerApplication", request.Server, () => writer.SavePartnerApplicationAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "RemovePartnerApplication", request.Server, () => writer.RemovePartnerApplicationAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "SaveAuthorizationServer", request.Server, () => writer.SaveAuthorizationServerAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "RemoveAuthorizationServer", request.Server, () => writer.RemoveAuthorizationServerAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "SaveOAuthConfiguration", request.Server, () => writer.SaveOAuthConfigurationAsync(request, progress, cancellationToken));

    public Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken) => EngineSpan.AroundWriteAsync(
        "RestoreOAuthConfiguration", original.Server, () => writer.RestoreOAuthConfigurationAsync(original, progress, cancellationToken));
}
