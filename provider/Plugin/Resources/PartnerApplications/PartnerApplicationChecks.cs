using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Resources.Documents;
using PartnerTrust.Plugin.Resources.Records;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.PartnerApplications;

/// <summary>What is refused of a partner application before anything is read or written.</summary>
internal static class PartnerApplicationChecks
{
    public static void Check(ResourceCheck check)
    {
        var inputs = PartnerApplicationInputs.Read(check.Inputs);
        var server = check.Server(inputs.Server, "partner applications", KeepersIn(check.Installation));
        RecordNames.Check(check, inputs.Name);
        var url = inputs.Document.AuthMetadataUrl;
        check.ExactlyOne(
            url.Path,
            (url.Path, url.IsGiven),
            (inputs.Certificate.Path, inputs.Certificate.IsGiven),
            (inputs.AuthorizationServer.Path, inputs.AuthorizationServer.IsGiven));
        MetadataInputs.CheckUrl(check, url);
        CheckIdentity(check, inputs.Certificate.Value, isBehindAuthorizationServer: false);
        CheckIdentity(check, inputs.AuthorizationServer.Value, isBehindAuthorizationServer: true);
        CheckCertificate(check, inputs.Certificate.Value);
        CheckAccount(check, inputs.LinkedAccount.Value);
        CheckPartner(check, inputs, server);
        CheckProduct(check, inputs, server);
        CheckRestart(check, inputs);
    }

    /// <summary>No cmdlet registers a client at a third party's token server: that is done by hand there.</summary>
    private static ImmutableArray<ServerProduct> KeepersIn(Installation installation) =>
        installation.PowerShell is null ? ProductFeatures.Registrations : ProductFeatures.Partners;

    private static void CheckIdentity(ResourceCheck check, GivenPartnerInputs? partner, bool isBehindAuthorizationServer)
    {
        if (partner?.ApplicationIdentifier is { Value: { } identifier } input
            && (!Guid.TryParseExact(identifier, "D", out _) || !Principals.IsIdentifier(identifier)))
        {
            check.Refuse(FaultCatalogue.ApplicationIdentifierFormat(identifier).At(input.Path));
        }

        if (partner?.Realm is { Value: { } realm } named && Principals.RefuseRealm(realm, isBehindAuthorizationServer) is { } refusal)
        {
            check.Refuse([refusal], named.Path);
        }
    }

    private static void CheckCertificate(ResourceCheck check, GivenPartnerInputs? partner)
    {
        if (partner?.CertificatePem is { Value: { } pem } input
            && check.Try(input.Path, () => CertificateReader.ReadPem(pem), NotPem) is { } certificate)
        {
            check.Refuse(CertificateRules.Validate(certificate, hasPrivateKey: true, check.Now), input.Path);
        }
    }

    private static void CheckAccount(ResourceCheck check, LinkedAccountInputs? account)
    {
        if (account?.AccountName.Value is { } name && LinkedAccountRules.RefuseName(name) is { } refusal)
        {
            check.Refuse(refusal);
        }

        foreach (var (index, _) in (account?.Roles.Value ?? []).Index().Where(role => Blanks.Are(role.Item)))
        {
            check.Refuse(FaultCatalogue.TextBlank($"{LinkedAccountInputs.RolesPath}[{index}]"));
        }
    }

    /// <summary>A server is no partner of its own.</summary>
    private static void CheckPartner(ResourceCheck check, PartnerApplicationInputs inputs, Server? server)
    {
        if (server is not null && inputs.Document.Url is { } url && check.Installation.FindPublisher(url) is { } publisher
            && publisher.Fqdn == server.Fqdn)
        {
            check.Refuse(FaultCatalogue.PartnerIsSelf(server.Fqdn));
        }
    }

    /// <summary>What the product knows of the properties.</summary>
    private static void CheckProduct(ResourceCheck check, PartnerApplicationInputs inputs, Server? server)
    {
        var acceptsIdentifiers = inputs.AcceptSecurityIdentifierInformation;
        check.OnlyFor(ProductFeatures.GivenKeys, server, inputs.Certificate);
        check.OnlyFor(ProductFeatures.PartnersBehindAuthorizationServers, server, inputs.AuthorizationServer);
        check.OnlyFor(ProductFeatures.TrustLevels, server, inputs.TrustLevel);
        check.OnlyFor(ProductFeatures.Disabling, server, inputs.Enabled, inputs.Enabled.Value is false);
        check.OnlyFor(ProductFeatures.SecurityIdentifiers, server, acceptsIdentifiers, acceptsIdentifiers.Value is true);
        check.OnlyFor(ProductFeatures.TrustBrokers, server, inputs.IsTrustBroker);
        check.OnlyFor(ProductFeatures.LinkedAccounts, server, inputs.LinkedAccount);
        check.OnlyFor(ProductFeatures.AnyTls, server, inputs.TrustAnySslCertificate, inputs.TrustAnySslCertificate.Value is true);
    }

    private static void CheckRestart(ResourceCheck check, PartnerApplicationInputs inputs)
    {
        if (!inputs.RestartServers.IsGiven)
        {
            return;
        }

        if (inputs.Restart is { IsUnknown: false, Value: null or RestartScope.None })
        {
            check.Refuse(FaultCatalogue.NeedsOther(inputs.RestartServers.Path, inputs.Restart.Path));
        }

        foreach (var (index, name) in (inputs.RestartServers.Value ?? []).Index())
        {
            check.Machine($"{inputs.RestartServers.Path}[{index}]", name);
        }
    }

    private static Fault NotPem(Fault fault) => fault with
    {
        Expected = "PEM text of one certificate, beginning with \"-----BEGIN CERTIFICATE-----\", without a private key.",
        Remedy = "Export the partner's certificate in Base-64 form.",
    };
}
