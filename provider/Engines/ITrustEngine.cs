using PartnerTrust.Engines.Requests;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Rollover;

namespace PartnerTrust.Engines;

/// <summary>Keeps the trust, or reaches the servers that keep it. Every operation is whole or not at all; every refusal is a
/// <see cref="FaultException"/>. A read that fails is a fault, never "absent"; removing what is absent succeeds.</summary>
public interface ITrustEngine : IAsyncDisposable
{
    /// <summary>What the engine's store remembers of resources; null where the engine has no store of its own.</summary>
    IInstanceLedger? Ledger => null;

    Task<CertificateBindingRecord?> FindCertificateBindingAsync(string server, CancellationToken cancellationToken);

    /// <summary>Binds a certificate; the one it replaces becomes <em>previous</em>. With an effective date ahead it is staged as <em>next</em>.</summary>
    Task<CertificateBindingRecord> BindCertificateAsync(BindCertificate request, CancellationToken cancellationToken);

    /// <summary>Forgets the previous certificate; the store keeps it. Refused while a token that it signed may still be valid (PT2029);
    /// succeeds when there is none.</summary>
    Task<CertificateBindingRecord> RetirePreviousCertificateAsync(string server, CancellationToken cancellationToken);

    /// <summary>Un-assigns the server's certificates; the store keeps them.</summary>
    Task UnbindCertificateAsync(string server, CancellationToken cancellationToken);

    /// <summary>Fetches and reads the document at any https URL, as a consumer would at this moment.</summary>
    Task<AuthMetadataDocument> FetchMetadataAsync(FetchMetadata request, CancellationToken cancellationToken);

    /// <summary>What <paramref name="server"/> publishes at <paramref name="url"/>; null when it publishes nothing there.</summary>
    Task<PublishedMetadata?> FindPublishedMetadataAsync(string server, Uri url, CancellationToken cancellationToken);

    /// <summary>Embedded: publishes the server's document at the URL. Real servers publish by themselves: fetched and verified.</summary>
    Task<AuthMetadataDocument> PublishMetadataAsync(PublishMetadata request, CancellationToken cancellationToken);

    Task WithdrawMetadataAsync(string server, Uri url, CancellationToken cancellationToken);

    Task<PartnerApplication?> FindPartnerApplicationAsync(string server, string name, CancellationToken cancellationToken);

    /// <summary>One page of the server's records in order of name, after <paramref name="afterName"/>.</summary>
    Task<IReadOnlyList<PartnerApplication>> ListPartnerApplicationsAsync(
        string server, string? afterName, int pageSize, CancellationToken cancellationToken);

    /// <summary>Makes a record. One that it is to take the place of goes in the same step, once the new one is sure.</summary>
    Task<PartnerApplication> CreatePartnerApplicationAsync(PartnerApplicationRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the record anew; identifier and realm must stay what they are. Its keys are copied again from the source.</summary>
    Task<PartnerApplication> UpdatePartnerApplicationAsync(PartnerApplicationRequest request, CancellationToken cancellationToken);

    Task RemovePartnerApplicationAsync(string server, string name, CancellationToken cancellationToken);

    /// <summary>The server's global settings; defaults where nothing was ever written.</summary>
    Task<OAuthConfiguration> ReadOAuthConfigurationAsync(string server, CancellationToken cancellationToken);

    Task<OAuthConfiguration> WriteOAuthConfigurationAsync(OAuthConfigurationRequest request, CancellationToken cancellationToken);

    /// <summary>The settings before the first write, which a restoration would put back; null when nothing was written, or all was put back.</summary>
    Task<OAuthConfiguration?> FindOriginalOAuthConfigurationAsync(string server, CancellationToken cancellationToken);

    /// <summary>Puts back what was there before the first write; nothing when nothing was written.</summary>
    Task RestoreOAuthConfigurationAsync(string server, CancellationToken cancellationToken);

    Task<AuthorizationServer?> FindAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken);

    /// <summary>All of the server's records, in order of name; a server has few.</summary>
    Task<IReadOnlyList<AuthorizationServer>> ListAuthorizationServersAsync(string server, CancellationToken cancellationToken);

    /// <summary>As for partner applications.</summary>
    Task<AuthorizationServer> CreateAuthorizationServerAsync(AuthorizationServerRequest request, CancellationToken cancellationToken);

    /// <summary>Writes the record anew; the issuer must stay what it is. Its keys are copied again from the document.</summary>
    Task<AuthorizationServer> UpdateAuthorizationServerAsync(AuthorizationServerRequest request, CancellationToken cancellationToken);

    Task RemoveAuthorizationServerAsync(string server, string name, CancellationToken cancellationToken);

    /// <summary>Makes the call for real and reports each step. A refused call is a report that failed, not an exception; an engine that cannot be
    /// read is an exception, not a report.</summary>
    Task<ConnectivityReport> CheckConnectivityAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Asks the evaluator, without touching a server.</summary>
    Task<TrustVerdict> ExplainTrustAsync(TrustQuestion question, CancellationToken cancellationToken);

    /// <summary>The dated steps by which the server's certificate can be renewed without a valid token ever failing.</summary>
    Task<RolloverPlan> PlanRolloverAsync(string server, CancellationToken cancellationToken);

    /// <summary>Restarts what holds old configuration, because the stack asked for it.</summary>
    Task RestartAsync(RestartRequest request, IProgress<string> progress, CancellationToken cancellationToken);
}
