using PartnerTrust.Engines.Operations;
using PartnerTrust.Engines.Requests;
using PartnerTrust.Engines.Shadow;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Engines;

/// <summary>An engine that keeps the trust itself, in a store. What differs between such engines is how they make a call.</summary>
public abstract class StoreEngine : ITrustEngine
{
    private readonly TrustOperations operations;

    private protected StoreEngine(TrustOperations operations) => this.operations = operations;

    /// <inheritdoc/>
    public virtual IInstanceLedger? Ledger => null;

    internal ISnapshotSource Snapshots => new StoreSnapshots(operations.Store, operations.Servers);

    public Task<CertificateBindingRecord?> FindCertificateBindingAsync(string server, CancellationToken cancellationToken) =>
        operations.Certificates.FindAsync(server, cancellationToken);

    public virtual Task<CertificateBindingRecord> BindCertificateAsync(BindCertificate request, CancellationToken cancellationToken) =>
        operations.Certificates.BindAsync(request, cancellationToken);

    public Task<CertificateBindingRecord> RetirePreviousCertificateAsync(string server, CancellationToken cancellationToken) =>
        operations.Certificates.RetirePreviousAsync(server, cancellationToken);

    public Task UnbindCertificateAsync(string server, CancellationToken cancellationToken) =>
        operations.Certificates.UnbindAsync(server, cancellationToken);

    public Task<AuthMetadataDocument> FetchMetadataAsync(FetchMetadata request, CancellationToken cancellationToken) =>
        operations.Fetching.FetchAsync(request.Url, request.TrustAnySslCertificate, cancellationToken);

    public Task<PublishedMetadata?> FindPublishedMetadataAsync(string server, Uri url, CancellationToken cancellationToken) =>
        operations.PublishedMetadata.FindAsync(server, url, cancellationToken);

    public Task<AuthMetadataDocument> PublishMetadataAsync(PublishMetadata request, CancellationToken cancellationToken) =>
        operations.PublishedMetadata.PublishAsync(request, cancellationToken);

    public Task WithdrawMetadataAsync(string server, Uri url, CancellationToken cancellationToken) =>
        operations.PublishedMetadata.WithdrawAsync(server, url, cancellationToken);

    public Task<PartnerApplication?> FindPartnerApplicationAsync(string server, string name, CancellationToken cancellationToken) =>
        operations.PartnerApplications.FindAsync(server, name, cancellationToken);

    public Task<IReadOnlyList<PartnerApplication>> ListPartnerApplicationsAsync(
        string server, string? afterName, int pageSize, CancellationToken cancellationToken) =>
        operations.PartnerApplications.ListAsync(server, afterName, pageSize, cancellationToken);

    public Task<PartnerApplication> CreatePartnerApplicationAsync(PartnerApplicationRequest request, CancellationToken cancellationToken) =>
        operations.PartnerApplications.CreateAsync(request, cancellationToken);

    public Task<PartnerApplication> UpdatePartnerApplicationAsync(PartnerApplicationRequest request, CancellationToken cancellationToken) =>
        operations.PartnerApplications.UpdateAsync(request, cancellationToken);

    public Task RemovePartnerApplicationAsync(string server, string name, CancellationToken cancellationToken) =>
        operations.PartnerApplications.RemoveAsync(server, name, cancellationToken);

    public Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        operations.OAuthConfigurations.ReadAsync(server, cancellationToken);

    public Task<OAuthConfiguration> WriteOAuthConfigurationAsync(OAuthConfigurationRequest request, CancellationToken cancellationToken) =>
        operations.OAuthConfigurations.WriteAsync(request, cancellationToken);

    public Task<OAuthConfiguration?> FindOriginalOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        operations.OAuthConfigurations.FindOriginalAsync(server, cancellationToken);

    public Task RestoreOAuthConfigurationAsync(string server, CancellationToken cancellationToken) =>
        operations.OAuthConfigurations.RestoreAsync(server, cancellationToken);

    public Task<AuthorizationServer?> FindAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken) =>
        operations.AuthorizationServers.FindAsync(server, name, cancellationToken);

    public Task<IReadOnlyList<AuthorizationServer>> ListAuthorizationServersAsync(string server, CancellationToken cancellationToken) =>
        operations.AuthorizationServers.ListAsync(server, cancellationToken);

    public Task<AuthorizationServer> CreateAuthorizationServerAsync(AuthorizationServerRequest request, CancellationToken cancellationToken) =>
        operations.AuthorizationServers.CreateAsync(request, cancellationToken);

    public Task<AuthorizationServer> UpdateAuthorizationServerAsync(AuthorizationServerRequest request, CancellationToken cancellationToken) =>
        operations.AuthorizationServers.UpdateAsync(request, cancellationToken);

    public Task RemoveAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken) =>
        operations.AuthorizationServers.RemoveAsync(server, name, cancellationToken);

    public Task<TrustVerdict> ExplainTrustAsync(TrustQuestion question, CancellationToken cancellationToken) =>
        operations.Questions.ExplainAsync(question, cancellationToken);

    public Task<RolloverPlan> PlanRolloverAsync(string server, CancellationToken cancellationToken) =>
        operations.Questions.PlanAsync(server, cancellationToken);

    public abstract Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken);

    public abstract Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return operations.Store.DisposeAsync();
    }
}
