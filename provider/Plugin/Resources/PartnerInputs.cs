using System.Collections.Immutable;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Diffing;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.CertificateSources;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using Record = PartnerTrust.Trust.Partners.PartnerApplication;

namespace PartnerTrust.Plugin.Resources;

/// <summary>The inputs of a partner application, checked, read and written back.</summary>
internal static class PartnerInputs
{
    public static ImmutableArray<string> Sources { get; } = ["authMetadataUrl", "certificate", "authorizationServer"];

    /// <summary>The roles of an account of which the inputs name none: what Exchange's own script gives the partner (domain.md 4.4); while the
    /// inputs do not tell who that is, what it gives Lync.</summary>
    public static IEnumerable<string> DefaultRoles(PropertyMap inputs, Installation installation) =>
        LinkedAccountRules.DefaultRoles(
            PartnerIdentities.Of(inputs, installation)?.ApplicationIdentifier.ToLowerInvariant() ?? WellKnownApplications.Lync);

    public static void CheckIdentity(ResourceCheck check, string property)
    {
        if (check.Inputs.Map(property)?.Text("applicationIdentifier") is { } identifier
            && (!Guid.TryParseExact(identifier, "D", out _) || !Principals.IsIdentifier(identifier)))
        {
            check.Refuse(FaultCatalogue.ApplicationIdentifierForm(identifier).At($"{property}.applicationIdentifier"));
        }

        if (check.Inputs.Map(property)?.Text("realm") is { } realm)
        {
            check.Refuse(Principals.RefuseRealm(realm, isBehindTokenServer: property == "authorizationServer") is { } refusal ? [refusal] : [], $"{property}.realm");
        }
    }

    /// <summary>A server is no partner of its own.</summary>
    public static void CheckPartner(ResourceCheck check, Server? server)
    {
        if (server is not null && check.Inputs.TryText("authMetadataUrl", out var text)
            && check.Session.Installation.FindPublisher(MetadataInputs.UrlOf(text)) is { } publisher && publisher.Fqdn == server.Fqdn)
        {
            check.Refuse(FaultCatalogue.PartnerIsSelf(server.Fqdn));
        }
    }

    public static void CheckCertificate(ResourceCheck check)
    {
        const string Property = "certificate.certificatePem";
        if (check.Inputs.Map("certificate")?.Text("certificatePem") is { } pem
            && check.Try(Property, () => CertificateReader.ReadPem(pem), NotPem) is { } certificate)
        {
            check.Refuse(CertificateRules.Validate(certificate, hasPrivateKey: true, check.Now), Property);
        }
    }

    public static void CheckAccount(ResourceCheck check)
    {
        if (check.Inputs.Map("linkedAccount") is not { } account)
        {
            return;
        }

        if (account.TryText("name", out var name) && LinkedAccountRules.RefuseName(name) is { } refusal)
        {
            check.Refuse(refusal);
        }

        foreach (var (index, _) in (account.Texts("roles") ?? []).Index().Where(role => Blanks.Are(role.Item)))
        {
            check.Refuse(FaultCatalogue.TextBlank($"linkedAccount.roles[{index}]"));
        }
    }

    private static Fault NotPem(Fault fault) => fault with
    {
        Expected = "PEM text of one certificate, beginning with \"-----BEGIN CERTIFICATE-----\", without a private key.",
        Remedy = "Export the partner's certificate in Base-64 form.",
    };

    /// <summary>What the product knows of the properties.</summary>
    public static void CheckProduct(ResourceCheck check, Server? server)
    {
        var inputs = check.Inputs;
        check.OnlyFor(ProductFeatures.GivenKeys, server, "certificate", inputs.Has("certificate"));
        check.OnlyFor(ProductFeatures.PartnersBehindTokenServers, server, "authorizationServer", inputs.Has("authorizationServer"));
        check.OnlyFor(ProductFeatures.TrustLevels, server, "trustLevel", inputs.Has("trustLevel"));
        check.OnlyFor(ProductFeatures.Disabling, server, "enabled", inputs.Flag("enabled") is false);
        check.OnlyFor(
            ProductFeatures.SecurityIdentifiers, server, "acceptSecurityIdentifierInformation", inputs.Flag("acceptSecurityIdentifierInformation") is true);
        check.OnlyFor(ProductFeatures.LinkedAccounts, server, "linkedAccount", inputs.Has("linkedAccount"));
        check.OnlyFor(ProductFeatures.AnyTls, server, "trustAnySslCertificate", inputs.Flag("trustAnySslCertificate") is true);
    }

    public static void CheckRestart(ResourceCheck check)
    {
        if (!check.Inputs.Has("restartServers"))
        {
            return;
        }

        if (check.Inputs.Text("restart") is "none" or null && !check.Inputs.IsUnknown("restart"))
        {
            check.Refuse(FaultCatalogue.NeedsOther("restartServers", "restart"));
        }

        foreach (var (index, name) in (check.Inputs.Texts("restartServers") ?? []).Index())
        {
            check.Configured($"restartServers[{index}]", name);
        }
    }

    public static PartnerSource SourceOf(PropertyMap inputs)
    {
        if (inputs.TryText("authMetadataUrl", out var url))
        {
            return new PartnerSource.Metadata(MetadataInputs.UrlOf(url)!, inputs.Flag("trustAnySslCertificate") ?? false);
        }

        if (inputs.Map("certificate") is { } certificate)
        {
            return new PartnerSource.Certificate(
                certificate.Text("applicationIdentifier")!, certificate.Text("realm")!, CertificateReader.ReadPem(certificate.Text("certificatePem")!));
        }

        var tokenServer = inputs.Map("authorizationServer")!;
        return new PartnerSource.AuthorizationServer(tokenServer.Text("applicationIdentifier")!, tokenServer.Text("realm") ?? "");
    }

    public static LinkedAccount? AccountOf(PropertyMap inputs, Installation installation) => inputs.Map("linkedAccount") is { } account
        ? new LinkedAccount(account.Text("name")!, (account.Texts("roles") ?? DefaultRoles(inputs, installation)).ToImmutableSortedSet(StringComparer.Ordinal))
        : null;

    /// <summary>Every input that the server keeps, as it has it now; a null for what it has not.</summary>
    public static PropertyMap Of(Record record, Server server)
    {
        var inputs = PropertyMap.Of(
            ("server", server.Fqdn),
            ("name", record.Name),
            ("authMetadataUrl", PropertyValue.Null),
            ("certificate", PropertyValue.Null),
            ("authorizationServer", PropertyValue.Null),
            ("enabled", record.Enabled),
            ("acceptSecurityIdentifierInformation", record.AcceptSecurityIdentifierInformation),
            ("linkedAccount", AccountOf(record)));
        inputs = record.TrustLevel is { } level ? inputs.Set("trustLevel", level.ToString()) : inputs;
        return record.Source switch
        {
            PartnerSource.Metadata source => inputs
                .Set("authMetadataUrl", source.Url.AbsoluteUri).Set("trustAnySslCertificate", source.TrustAnySslCertificate),
            PartnerSource.Certificate source => inputs.Set("certificate", PropertyMap.Of(
                ("applicationIdentifier", source.ApplicationIdentifier), ("realm", source.Realm), ("certificatePem", WireForms.Pem(source.Key)))),
            PartnerSource.AuthorizationServer { Realm.Length: 0 } source => inputs.Set(
                "authorizationServer", PropertyMap.Of(("applicationIdentifier", source.ApplicationIdentifier))),
            PartnerSource.AuthorizationServer source => inputs.Set(
                "authorizationServer", PropertyMap.Of(("applicationIdentifier", source.ApplicationIdentifier), ("realm", source.Realm))),
            _ => inputs,
        };
    }

    /// <summary>What a program need not write.</summary>
    public static PropertyMap WithoutDefaults(PropertyMap inputs) => PropertyMap.Of(inputs.AsEnumerable().Where(entry => (entry.Key, entry.Value) switch
    {
        (_, NullValue) => false,
        ("enabled", BoolValue { Value: true }) => false,
        ("acceptSecurityIdentifierInformation" or "trustAnySslCertificate", BoolValue { Value: false }) => false,
        ("trustLevel", TextValue { Value: nameof(TrustLevel.Full) }) => false,
        _ => true,
    }));

    /// <summary>The inputs as the server now has them. A default that nobody wrote stays unwritten.</summary>
    public static PropertyMap Drift(PropertyMap inputs, PropertyMap actual)
    {
        var telling = WithoutDefaults(actual);
        return inputs.Overlaid(PropertyMap.Of(actual.AsEnumerable().Where(entry => inputs.ContainsKey(entry.Key) || telling.ContainsKey(entry.Key))));
    }

    /// <summary>Whether it is not known yet where the partner is taken from: it may be another one.</summary>
    public static bool SourceIsOpen(PropertyMap inputs) => Sources.Any(name => inputs.TryGetValue(name, out var source) && source.ContainsUnknown());

    /// <summary>Whether the keys are copied again in a way that may change them.</summary>
    public static bool CopiesKeysAnew(PropertyMap old, PropertyMap now) => now.Has("authMetadataUrl") || Sources.Append("refreshTrigger").Any(name =>
        old.TryGetValue(name, out var before) != now.TryGetValue(name, out var after)
        || (before is not null && after is not null && (after.ContainsUnknown() || !NormalForm.MeanTheSame(name, before, after))));

    public static PropertyMap Foresee(PropertyMap inputs, Installation installation)
    {
        var outputs = PartnerIdentities.Of(inputs, installation) is { } partner
            ? PropertyMap.Of(
                ("applicationIdentifier", partner.ApplicationIdentifier),
                ("realm", partner.Realm),
                ("issuer", $"{partner.ApplicationIdentifier}@{partner.Realm}"))
            : PropertyMap.Empty;
        if (inputs.Map("certificate")?.Text("certificatePem") is { } pem)
        {
            return outputs.Set("trustedKeys", WireForms.Keys([CertificateReader.ReadPem(pem)]));
        }

        return inputs.Has("authorizationServer") ? outputs.Set("trustedKeys", WireForms.Keys([])) : outputs;
    }

    private static PropertyValue AccountOf(Record record) => record.LinkedAccount is { } account
        ? PropertyMap.Of(("name", account.Name), ("roles", WireForms.Texts(account.Roles)))
        : PropertyValue.Null;
}
