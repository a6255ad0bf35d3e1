using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Administration;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using static PartnerTrust.Engines.PowerShell.Cmdlets.SharePointProperties;

namespace PartnerTrust.Engines.PowerShell.SharePoint;

/// <summary>A farm's trusted token issuers in our terms (domain.md 4.7). It has one kind of record, for partners and authorization servers
/// alike: what issues for one of the products is a partner; what has no document is one, because its key was given; the cloud's own token server is
/// an authorization server; of others, a partner is what was registered as a trust broker, which is how partners are registered here.</summary>
internal static class SharePointRecords
{
    private static readonly ImmutableArray<string> Products =
        [WellKnownApplications.Exchange, WellKnownApplications.Lync, WellKnownApplications.SharePoint];

    public static bool IsPartner(CmdletObject found)
    {
        var identifier = IdentityOf(found).ApplicationIdentifier;
        return Products.Contains(identifier) || UrlOf(found) is null
            || (identifier != WellKnownApplications.TokenServer && UnreadableProperties.AsUnknown(() => found.Flag(IsSelfIssuer)) == false);
    }

    public static PartnerApplication Partner(CmdletObject found, Server server)
    {
        var (identity, keys) = (IdentityOf(found), KeysOf(found));
        return new PartnerApplication(
            server.Fqdn,
            found.Text(Name) ?? "",
            UrlOf(found) is { } url
                ? new PartnerSource.Metadata(url, false)
                : new PartnerSource.Certificate(identity.ApplicationIdentifier, identity.Realm, keys?[0]),
            identity.ApplicationIdentifier,
            identity.Realm,
            identity.Principal,
            keys,
            null,
            true,
            false,
            null)
        {
            IsTrustBroker = UnreadableProperties.AsUnknown(() => found.Flag(IsSelfIssuer)) is not true,
        };
    }

    public static AuthorizationServer AuthorizationServer(CmdletObject found, Server server)
    {
        var identity = IdentityOf(found);
        return new AuthorizationServer(
            server.Fqdn, found.Text(Name) ?? "", UrlOf(found)!, identity.Realm, identity.Principal, KeysOf(found));
    }

    /// <summary>Issuers that are not named <c>application@realm</c> are nothing of ours.</summary>
    public static bool IsNamed(CmdletObject found) => (found.Text(RegisteredIssuerName) ?? "").IndexOf('@', StringComparison.Ordinal) > 0;

    private static PartnerIdentity IdentityOf(CmdletObject found)
    {
        var identity = AuthorizationServerRules.IdentityOf(found.Text(RegisteredIssuerName) ?? "");
        return identity with { ApplicationIdentifier = identity.ApplicationIdentifier.ToLowerInvariant() };
    }

    private static Uri? UrlOf(CmdletObject found) => Uri.TryCreate(found.Text(MetadataEndPoint), UriKind.Absolute, out var url) ? url : null;

    /// <summary>An issuer shows one key, however many its document lists.</summary>
    private static ImmutableArray<SigningCertificate>? KeysOf(CmdletObject found)
    {
        try
        {
            return found.Inner(KeyCertificate)?.Bytes(RawData) is { } der ? [CertificateReader.Read(der.AsSpan())] : null;
        }
        catch (Exception failure) when (failure is FaultException or UnreadablePropertyException)
        {
            return null;
        }
    }
}
