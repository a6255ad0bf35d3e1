using System.Globalization;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>What programs get nearly right, or change from one run to the next.</summary>
internal sealed class TruthChanges(TruthInstallation installation, Draw draw, TimeProvider time)
{
    private const string RecordName = "name";

    /// <summary>The program with one of its resources written otherwise.</summary>
    public TruthProgram Change(TruthProgram program)
    {
        var at = draw.Below(program.Resources.Length);
        return program.With(Change(program.Resources[at], program with { Resources = program.Resources[..at] }));
    }

    /// <param name="resource">To be written otherwise.</param>
    /// <param name="before">What it may take outputs of.</param>
    private TruthResource Change(TruthResource resource, TruthProgram before) => resource.Type switch
    {
        "CertificateBinding" => resource.With(Certificate()),
        "OAuthConfiguration" => resource.With(OAuth()),
        "AuthMetadataEndpoint" => resource.With(Endpoint(resource)),
        "PartnerApplication" => Partner(resource, before),
        "AuthorizationServer" => resource.With(AuthorizationServer()),
        "ConnectivityCheck" => resource.With(Check()),
        TruthIdentity.Component => resource.With(new ComponentInputs(installation, draw).Change()),
        _ => resource,
    };

    private static Func<PropertyMap, PropertyMap> Set(string name, PropertyValue value) => inputs => inputs.Set(name, value);

    private static Func<PropertyMap, PropertyMap> Drop(string name) => inputs => inputs.Remove(name);

    private Func<PropertyMap, PropertyMap> Certificate()
    {
        var which = draw.Below(4);
        var days = 3 + draw.Below(9);
        var staged = time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd'T'HH:00:00'Z'", CultureInfo.InvariantCulture);
        return draw.Below(10) switch
        {
            < 5 => Set("source", PlanCertificates.Text(which)),
            < 6 => Set("source", WholePrograms.Generated()),
            < 9 => inputs => inputs.Set("source", PlanCertificates.Text(which)).Set("effectiveDate", staged),
            _ => Set("renewBeforeDays", 30),
        };
    }

    private Func<PropertyMap, PropertyMap> OAuth() => draw.Below(9) switch
    {
        < 2 => Set("realm", TruthInstallation.OtherRealm),
        < 3 => Drop("exchangeAutodiscoverUrl"),
        < 4 => Set("exchangeAutodiscoverUrl", "https://ex1.litwareinc.com:8443/autodiscover/autodiscover.svc"),
        < 5 => Set("exchangeAutodiscoverUrl", "https://mail.elsewhere.example/autodiscover/autodiscover.svc"),
        < 6 => Set("exchangeAutodiscoverUrl", WholePrograms.AutodiscoverOf(TruthInstallation.Lync)),
        < 7 => Set("exchangeAutodiscoverAllowedDomains", ListValue.Of(["*.litwareinc.com"])),
        _ => Set("exchangeAutodiscoverUrl", WholePrograms.AutodiscoverOf(Exchange())),
    };

    private Func<PropertyMap, PropertyMap> Endpoint(TruthResource resource)
    {
        var server = resource.Server;
        var usual = TruthInstallation.MetadataUrlOf(server);
        return draw.Below(5) switch
        {
            0 => Set("url", usual.Replace(server, $"{server}:8443", StringComparison.Ordinal)),
            1 => Set("url", usual.Replace(server, $"www.{server}", StringComparison.Ordinal)),
            2 => Set("url", $"https://{server}/elsewhere/metadata/json/1"),
            3 => Set("url", usual),
            _ => Drop("url"),
        };
    }

    private TruthResource Partner(TruthResource resource, TruthProgram before)
    {
        var isOnLync = resource.Server == TruthInstallation.Lync;
        return draw.Below(3) == 0 ? Kind(resource, before, isOnLync) : resource.With(isOnLync ? OnLync() : OnExchange());
    }

    private Func<PropertyMap, PropertyMap> OnLync() => draw.Below(7) switch
    {
        0 => Set("enabled", false),
        1 => Set(RecordName, "Mail"),
        2 => Set("trustLevel", draw.One("Application", "User")),
        3 => Drop("refreshTrigger"),
        4 => Set("authMetadataUrl", TruthInstallation.MetadataUrlOf(Exchange())),
        5 => Set("authMetadataUrl", "https://ex1.litwareinc.com:8443/autodiscover/metadata/json/1"),
        _ => Set("authMetadataUrl", "https://mail.elsewhere.example/autodiscover/metadata/json/1"),
    };

    private Func<PropertyMap, PropertyMap> OnExchange() => draw.Below(8) switch
    {
        0 => Set("enabled", false),
        1 => Set(RecordName, "Chat"),
        2 or 3 => Drop("linkedAccount"),
        4 => Set("linkedAccount", PropertyMap.Of((RecordName, "a"), ("roles", ListValue.Of(["UserApplication"])))),
        5 => Drop("refreshTrigger"),
        6 => Set("authMetadataUrl", TruthInstallation.MetadataUrlOf(TruthInstallation.Lync)),
        _ => Set("acceptSecurityIdentifierInformation", false),
    };

    /// <summary>By a certificate on Lync, given or of a binding of the same program; through an authorization server anywhere.</summary>
    private TruthResource Kind(TruthResource resource, TruthProgram before, bool isOnLync)
    {
        var which = draw.Below(4);
        var binding = before.Find("CertificateBinding", Exchange())?.Name;
        return (isOnLync, draw.Below(3)) switch
        {
            (true, 0) => resource.With(inputs => GivenPartners.Of(inputs, PlanCertificates.Pem(which))),
            (true, 1) when binding is not null => resource with
            {
                Inputs = of => GivenPartners.Of(resource.Inputs(of), of(binding, "certificatePem")),
            },
            _ => resource.With(inputs => GivenPartners.Bare(inputs).Set("authorizationServer", PropertyMap.Of(
                ("applicationIdentifier", isOnLync ? GivenPartners.Exchange : GivenPartners.Lync), ("realm", TruthInstallation.Realm)))),
        };
    }

    private Func<PropertyMap, PropertyMap> AuthorizationServer() => draw.Below(3) switch
    {
        0 => Set(RecordName, "tokens"),
        1 => Set("authMetadataUrl", "https://sts.litwareinc.com:8443/metadata/json/1"),
        _ => Set("authMetadataUrl", TruthInstallation.MetadataUrlOf(Exchange())),
    };

    private Func<PropertyMap, PropertyMap> Check()
    {
        var other = new CheckInputs(installation, draw).Make();
        return draw.Below(3) == 0
            ? inputs => inputs.Set("triggers", ListValue.Of(["again"]))
            : inputs => inputs.TryGetValue("triggers", out var triggers) ? other.Set("triggers", triggers) : other;
    }

    private string Exchange() => draw.One(installation.Exchanges.AsSpan());
}
