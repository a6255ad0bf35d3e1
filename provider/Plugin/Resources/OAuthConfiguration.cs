using PartnerTrust.Engines.Requests;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using Settings = PartnerTrust.Trust.Partners.OAuthConfiguration;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Lync's global OAuth settings. Id: the server's fqdn. They always exist: creating takes them over, deleting puts back what was there.</summary>
internal sealed class OAuthConfiguration : ResourceType
{
    private const string Domains = "exchangeAutodiscoverAllowedDomains";

    public override string Name => "OAuthConfiguration";

    public override string? IdOf(PropertyMap inputs) => Identity.OfServer(inputs);

    public override PropertyMap Complete(PropertyMap inputs, Installation installation) =>
        inputs.Has("realm") || installation.Find(inputs.Text("server")) is not { } server ? inputs : inputs.Set("realm", server.Realm);

    public override void Check(ResourceCheck check)
    {
        check.Server("server", "an OAuth configuration", ProductFeatures.OAuthConfiguration);
        if (check.Inputs.TryText("exchangeAutodiscoverUrl", out var url))
        {
            CheckUrl(check, url);
        }

        if (check.Inputs.TryText("realm", out var realm) && realm is not null && !Principals.IsRealm(realm))
        {
            check.Refuse(FaultCatalogue.RealmForm("realm", realm));
        }

        foreach (var (index, domain) in (check.Inputs.Texts(Domains) ?? []).Index().Where(entry => !Fqdns.IsDomainPattern(entry.Item)))
        {
            check.Refuse(FaultCatalogue.AllowedDomainForm(domain).At($"{Domains}[{index}]"));
        }
    }

    public override PropertyMap Foresee(ResourcePlan plan) => plan.OldInputs is not null
        ? plan.Keep("serviceName", "previousSettings")
        : PropertyMap.Of(("serviceName", WellKnownApplications.Lync));

    public override async Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation)
    {
        var server = operation.Installation.Find(inputs.Text("server"))!;
        var original = await operation.Engine.FindOriginalOAuthConfigurationAsync(server.Fqdn, operation.CancellationToken);
        var previous = original ?? await operation.Engine.ReadOAuthConfigurationAsync(server.Fqdn, operation.CancellationToken);
        var written = await WriteAsync(server.Fqdn, inputs, operation);
        return StateOf(written, inputs, InputsOf(previous));
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var server = Identity.Server(lookup.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
        var settings = await operation.Engine.ReadOAuthConfigurationAsync(server.Fqdn, operation.CancellationToken);
        var actual = InputsOf(settings).Set("server", server.Fqdn);
        if (lookup.IsImport)
        {
            return StateOf(settings, actual, null);
        }

        var absent = PropertyMap.Of(("exchangeAutodiscoverUrl", PropertyValue.Null), (Domains, PropertyValue.Null));
        var inputs = lookup.Inputs.Has("realm") || settings.Realm != server.Realm ? actual : actual.Remove("realm");
        return StateOf(settings, lookup.Inputs.Overlaid(absent.With(inputs)), lookup.Outputs.Map("previousSettings"));
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var written = await WriteAsync(Fqdns.Normalize(change.Id), change.NewInputs, operation);
        return StateOf(written, change.NewInputs, change.OldOutputs.Map("previousSettings"));
    }

    public override Task DeleteAsync(ResourceLookup lookup, Operation operation) =>
        operation.Engine.RestoreOAuthConfigurationAsync(Fqdns.Normalize(lookup.Id), operation.CancellationToken);

    private static void CheckUrl(ResourceCheck check, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !OAuthConfigurationRules.IsAutodiscover(parsed))
        {
            check.Refuse(FaultCatalogue.AutodiscoverUrlForm(url));
        }
    }

    private static Task<Settings> WriteAsync(string server, PropertyMap settings, Operation operation)
    {
        var url = settings.TryText("exchangeAutodiscoverUrl", out var text) ? MetadataInputs.UrlOf(text) : null;
        var request = new OAuthConfigurationRequest(server, settings.Text("realm"), url, settings.Texts(Domains) ?? []);
        return operation.Engine.WriteOAuthConfigurationAsync(request, operation.CancellationToken);
    }

    private static PropertyMap InputsOf(Settings settings) => PropertyMap.Of(("realm", settings.Realm))
        .SetIf("exchangeAutodiscoverUrl", settings.ExchangeAutodiscoverUrl?.AbsoluteUri)
        .SetIf(Domains, settings.ExchangeAutodiscoverAllowedDomains is { IsDefaultOrEmpty: false } domains ? WireForms.Texts(domains) : null);

    private static ResourceState StateOf(Settings settings, PropertyMap inputs, PropertyMap? previous) => new(
        settings.Server,
        inputs,
        PropertyMap.Of(("serviceName", settings.ServiceName), ("realm", settings.Realm)).SetIf("previousSettings", previous));
}
