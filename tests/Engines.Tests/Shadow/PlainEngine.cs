using PartnerTrust.Engines.Requests;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Engines.Tests.Shadow;

/// <summary>An engine of which nothing is known but the contract.</summary>
internal sealed class PlainEngine(ITrustEngine inner) : ITrustEngine
{
    public Task<CertificateBindingRecord?> FindCertificateBindingAsync(string server, CancellationToken cancellationToken) =>
        inner.FindCertificateBindingAsync(server, cancellationToken);

    public Task<CertificateBindingRecord> BindCertificateAsync(BindCertificate request, CancellationToken cancellationToken) =>
        inner.BindCertificateAsync(request, cancellationToken);

    public Task<CertificateBindingRecord> RetirePreviousCertificateAsync(string server, CancellationToken cancellationToken) =>
        inner.RetirePreviousCertificateAsync(server, cancellationToken);

    public Task UnbindCertificateAsync(string server, CancellationToken cancellationToken) =>
        inner.UnbindCertificateAsync(server, cancellationToken);

    public Task<AuthMetadataDocument> FetchMetadataAsync(FetchMetadata request, CancellationToken cancellationToken) =>
        inner.FetchMetadataAsync(request, cancellationToken);

    public Task<PublishedMetadata?> FindPublishedMetadataAsync(string server, Uri url, CancellationToken cancellationToken) =>
        inner.FindPublishedMetadataAsync(server, url, cancellationToken);

    public Task<AuthMetadataDocument> PublishMetadataAsync(PublishMetadata request, CancellationToken cancellationToken) =>
        inner.PublishMetadataAsync(request, cancellationToken);

    public Task WithdrawMetadataAsync(string server, Uri url, CancellationToken cancellationToken) =>
        inner.WithdrawMetadataAsync(server, url, cancellationToken);

    public Task<PartnerApplication?> FindPartnerApplicationAsync(string server, string name, CancellationToken cancellationToken) =>
        inner.FindPartnerApplicationAsync(server, name, cancellationToken);

    public Task<IReadOnlyList<PartnerApplication>> ListPartnerApplicationsAsync(
        string server, string? afterName, int pageSize, CancellationToken cancellationToken) =>
        inner.ListPartnerApplicationsAsync(server, afterName, pageSize, cancellationToken);

    public Task<PartnerApplication> CreatePartnerApplicationAsync(
        PartnerApplicationRequest request, CancellationToken cancellationToken) =>
        inner.CreatePartnerApplicationAsync(request, cancellationToken);

    public Task<PartnerApplication> UpdatePartnerApplicationAsync(
        PartnerApplicationRequest request, CancellationToken cancellationToken) =>
        inner.UpdatePartnerApplicationAsync(request, cancellationToken);

    public Task RemovePartnerApplicationAsync(string server, string name, CancellationToken cancellationToken) =>
        inner.RemovePartnerApplicationAsync(server, name, cancellationToken);

    public Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        inner.ReadOAuthConfigurationAsync(server, cancellationToken);

    public Task<OAuthConfiguration> WriteOAuthConfigurationAsync(
        OAuthConfigurationRequest request, CancellationToken cancellationToken) =>
        inner.WriteOAuthConfigurationAsync(request, cancellationToken);

    public Task<OAuthConfiguration?> FindOriginalOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        inner.FindOriginalOAuthConfigurationAsync(server, cancellationToken);

    public Task RestoreOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        inner.RestoreOAuthConfigurationAsync(server, cancellationToken);

    public Task<AuthorizationServer?> FindAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken) =>
        inner.FindAuthorizationServerAsync(server, name, cancellationToken);

    public Task<IReadOnlyList<AuthorizationServer>> ListAuthorizationServersAsync(string server, CancellationToken cancellationToken) =>
        inner.ListAuthorizationServersAsync(server, cancellationToken);

    public Task<AuthorizationServer> CreateAuthorizationServerAsync(
        AuthorizationServerRequest request, CancellationToken cancellationToken) =>
        inner.CreateAuthorizationServerAsync(request, cancellationToken);

    public Task<AuthorizationServer> UpdateAuthorizationServerAsync(
        AuthorizationServerRequest request, CancellationToken cancellationToken) =>
        inner.UpdateAuthorizationServerAsync(request, cancellationToken);

    public Task RemoveAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken) =>
        inner.RemoveAuthorizationServerAsync(server, name, cancellationToken);

    public Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        inner.CheckConnectivityAsync(request, progress, cancellationToken);

    public Task<TrustVerdict> ExplainTrustAsync(TrustQuestion question, CancellationToken cancellationToken) =>
        inner.ExplainTrustAsync(question, cancellationToken);

    public Task<RolloverPlan> PlanRolloverAsync(string server, CancellationToken cancellationToken) =>
        inner.PlanRolloverAsync(server, cancellationToken);

    public Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken) =>
        inner.RestartAsync(request, progress, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
