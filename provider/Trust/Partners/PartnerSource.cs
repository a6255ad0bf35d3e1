using PartnerTrust.Trust.Certificates;

namespace PartnerTrust.Trust.Partners;

/// <summary>How a partner application became known: exactly one of three (domain.md 4.1, 4.3).</summary>
public abstract record PartnerSource
{
    private PartnerSource()
    {
    }

    /// <summary>From the auth metadata document that the partner publishes. The usual, direct trust.</summary>
    /// <param name="Url">The https URL of the document.</param>
    /// <param name="TrustAnySslCertificate">Exchange only, laboratories only: accept any TLS certificate while fetching.</param>
    public sealed record Metadata(Uri Url, bool TrustAnySslCertificate) : PartnerSource;

    /// <summary>From a certificate and an identity given outright.</summary>
    /// <param name="ApplicationIdentifier">Whose certificate it is.</param>
    /// <param name="Realm">In which realm.</param>
    /// <param name="Key">Null where the server that keeps it does not show it; whoever wants a record gives one.</param>
    public sealed record Certificate(string ApplicationIdentifier, string Realm, SigningCertificate? Key) : PartnerSource;

    /// <summary>The partner gets its tokens from an authorization server that this server trusts.</summary>
    public sealed record AuthorizationServer(string ApplicationIdentifier, string Realm) : PartnerSource;
}
