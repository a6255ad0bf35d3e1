using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>Changes one server at a time. Removing what is absent is done; a record is touched only where its guard allows it.</summary>
public interface IServerWriter
{
    /// <summary>Binds a certificate; the one it replaces becomes <em>previous</em>. With an effective date ahead it is staged as
    /// <em>next</em>.</summary>
    Task<WriteOutcome<CertificateBindingRecord>> BindCertificateAsync(
        BindCertificate request, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Forgets the previous certificate; the server's store keeps it. Refused while a token that it signed may still be valid (PT2029);
    /// done when there is none.</summary>
    Task<WriteOutcome<CertificateBindingRecord>> RetirePreviousCertificateAsync(
        RetirePreviousCertificate request, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Un-assigns the server's certificates; its store keeps them.</summary>
    Task<WriteOutcome<CertificateBindingRecord>> UnbindCertificateAsync(
        string server, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<PartnerApplication>> SavePartnerApplicationAsync(
        SavePartnerApplication request, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<PartnerApplication>> RemovePartnerApplicationAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<AuthorizationServer>> SaveAuthorizationServerAsync(
        SaveAuthorizationServer request, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<AuthorizationServer>> RemoveAuthorizationServerAsync(
        RemoveRecord request, IProgress<string> progress, CancellationToken cancellationToken);

    Task<WriteOutcome<OAuthConfiguration>> SaveOAuthConfigurationAsync(
        SaveOAuthConfiguration request, IProgress<string> progress, CancellationToken cancellationToken);

    /// <summary>Puts back what was there before a stack wrote the settings. Servers do not remember that: it is handed in.</summary>
    Task<WriteOutcome<OAuthConfiguration>> RestoreOAuthConfigurationAsync(
        OAuthConfiguration original, IProgress<string> progress, CancellationToken cancellationToken);
}
