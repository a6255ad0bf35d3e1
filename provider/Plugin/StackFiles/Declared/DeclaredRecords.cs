using System.Collections.Immutable;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.AuthorizationServers;
using PartnerTrust.Plugin.Resources.PartnerApplications;
using PartnerTrust.Plugin.StackFiles.Texts;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Plugin.StackFiles.Declared;

/// <summary>The records that a stack's resources are about. What is known of a foreseen one by its inputs alone follows from what its partner will
/// be and publish.</summary>
/// <param name="installation">The configured servers.</param>
/// <param name="known">Every certificate that the stack tells of.</param>
/// <param name="servers">What the servers sign with, publish, and are set to.</param>
/// <param name="now">When foreseen records are written.</param>
/// <param name="unknowns">Told of what is missing.</param>
internal sealed class DeclaredRecords(
    Installation installation, KnownCertificates known, TrustState servers, DateTimeOffset now, ICollection<StackUnknown> unknowns)
{
    /// <summary>Null where it is not told whom it is about.</summary>
    public PartnerApplication? Partner(StackResource resource, Server server)
    {
        var inputs = PartnerApplicationInputs.Read(resource.Inputs.With(resource.Outputs));
        if (SourceOf(inputs) is not { } source || IdentityOf(resource, source) is not { } identity)
        {
            Tell(server, $"whom {resource.Title} is about is not told.");
            return null;
        }

        return new PartnerApplication(
            server.Fqdn,
            NameOf(resource, inputs.Name),
            source,
            identity.ApplicationIdentifier,
            identity.Realm,
            resource.Outputs.Text(PartnerProperties.Issuer) ?? identity.Principal,
            IsOpen(resource, inputs, server) ? null : KeysOf(resource, source),
            inputs.TrustLevel.Value ?? (server.Product == ServerProduct.LyncServer ? TrustLevel.Full : null),
            inputs.Enabled.Value ?? true,
            inputs.AcceptSecurityIdentifierInformation.Value ?? false,
            AccountOf(resource, inputs))
        {
            IsTrustBroker = inputs.IsTrustBroker.Value ?? true,
        };
    }

    /// <summary>Null where it is not told whom it is about.</summary>
    public AuthorizationServer? AuthorizationServer(StackResource resource, Server server)
    {
        var inputs = AuthorizationServerInputs.Read(resource.Inputs.With(resource.Outputs));
        if (inputs.Source.Url is not { } url
            || (resource.Outputs.Text(AuthorizationServerResource.Issuer) ?? IssuerAt(url)) is not { } issuer)
        {
            Tell(server, $"whom {resource.Title} is about is not told.");
            return null;
        }

        return new AuthorizationServer(
            server.Fqdn,
            NameOf(resource, inputs.Name),
            url,
            inputs.Realm.Value ?? "",
            issuer,
            known.Keys(resource.Outputs, PartnerProperties.TrustedKeys) ?? PlannedCopy(resource, url))
        {
            Type = inputs.Type.Value,
            IsDefaultAuthorizationEndpoint = inputs.IsDefaultAuthorizationEndpoint.Value ?? false,
        };
    }

    private static PartnerSource? SourceOf(PartnerApplicationInputs inputs) =>
        inputs.Document.Url is { } url ? new PartnerSource.Metadata(url, inputs.Document.TrustsAnyCertificate)
        : inputs.Certificate.Value is { ApplicationIdentifier.Value: { } application, Realm.Value: { } realm } given
            ? new PartnerSource.Certificate(application, realm, KnownCertificates.Read(given.CertificatePem.Value))
        : inputs.AuthorizationServer.Value is { ApplicationIdentifier.Value: { } behind, Realm.IsUnknown: false } vouched
            ? new PartnerSource.AuthorizationServer(behind, vouched.Realm.Value ?? "")
        : null;

    private PartnerIdentity? IdentityOf(StackResource resource, PartnerSource source)
    {
        var kind = PartnerIdentity.KindOf(source);
        return resource.Outputs.Text(PartnerProperties.ApplicationIdentifier) is { } application
            && resource.Outputs.Text(PartnerProperties.Realm) is { } realm
            ? new PartnerIdentity(application, kind, realm)
            : source switch
            {
                PartnerSource.Metadata at => PrincipalAt(at.Url) is var (name, realmThere) ? new PartnerIdentity(name, kind, realmThere) : null,
                PartnerSource.Certificate given => new PartnerIdentity(given.ApplicationIdentifier.ToLowerInvariant(), kind, given.Realm),
                PartnerSource.AuthorizationServer behind => new PartnerIdentity(behind.ApplicationIdentifier.ToLowerInvariant(), kind, behind.Realm),
                _ => null,
            };
    }

    private (string ServiceName, string Realm)? PrincipalAt(Uri url) =>
        PublisherAt(url) is { } publisher && !AuthMetadata.IsFederation(publisher, url)
            ? AuthMetadata.PrincipalOf(publisher, servers.OAuthConfigurations.GetValueOrDefault(publisher.Fqdn))
            : null;

    private string? IssuerAt(Uri url) => PublisherAt(url) is not { } publisher ? null
        : AuthMetadata.IsFederation(publisher, url) ? AuthMetadata.EntityIdOf(publisher)
        : publisher.Issuer;

    private Server? PublisherAt(Uri url) => servers.PublishedMetadata.Where(published => published.Value.Contains(url))
        .Select(published => installation.Find(published.Key)).FirstOrDefault() ?? installation.FindPublisher(url);

    /// <summary>Null where the keys are not told, as by a server that does not show them.</summary>
    private ImmutableArray<SigningCertificate>? KeysOf(StackResource resource, PartnerSource source) =>
        known.Keys(resource.Outputs, PartnerProperties.TrustedKeys) ?? source switch
        {
            PartnerSource.AuthorizationServer => [],
            PartnerSource.Certificate { Key: { } key } => [key],
            PartnerSource.Metadata at => PlannedCopy(resource, at.Url),
            _ => null,
        };

    /// <summary>Writing a record copies what its partner publishes then (domain.md 3.5).</summary>
    private ImmutableArray<SigningCertificate>? PlannedCopy(StackResource resource, Uri url) =>
        resource.IsPlanned && PublisherAt(url) is { } publisher
        && CertificateRules.Published(
            servers.Certificates.GetValueOrDefault(publisher.Fqdn, CertificateSlots.Empty), publisher.Product, now) is { IsEmpty: false } keys
            ? keys
            : null;

    /// <summary>An account of which a refresh found no roles has none, whatever the program would have by default.</summary>
    private LinkedAccount? AccountOf(StackResource resource, PartnerApplicationInputs inputs) =>
        inputs.LinkedAccount.Value is not { AccountName.Value: { } name } account ? null
        : FoundDrift.In(resource.Outputs).Contains(LinkedAccountInputs.RolesPath) ? new LinkedAccount(name, [])
        : new LinkedAccount(
            name, (account.Roles.Value ?? DescribedPartner.DefaultRoles(inputs, installation)).ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>Whether something decides what the partner may do and is not told.</summary>
    private bool IsOpen(StackResource resource, PartnerApplicationInputs inputs, Server server)
    {
        var isOpen = inputs.Enabled.IsUnknown || inputs.TrustLevel.IsUnknown || inputs.IsTrustBroker.IsUnknown
            || inputs.AcceptSecurityIdentifierInformation.IsUnknown || inputs.LinkedAccount.IsUnknown
            || inputs.LinkedAccount.Value is { AccountName.IsUnknown: true } or { Roles.IsUnknown: true };
        if (isOpen)
        {
            Tell(server, $"what {resource.Title} allows is not told.");
        }

        return isOpen;
    }

    private static string NameOf(StackResource resource, Input<string> given) => given.Value ?? Identity.Parts(resource.Id).Name;

    private void Tell(Server server, string what) => unknowns.Add(new StackUnknown(server.Fqdn, $"Of {server.Fqdn}: {what}"));
}
