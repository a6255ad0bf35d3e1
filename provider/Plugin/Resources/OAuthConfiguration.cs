using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Checking;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Rpc;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using Settings = PartnerTrust.Trust.Partners.OAuthConfiguration;

namespace PartnerTrust.Plugin.Resources;

/// <summary>Lync's global OAuth settings. Id: the server's fqdn. They always exist: creating takes them over, deleting puts back what was there.</summary>
internal sealed class OAuthConfiguration : ResourceType
{
    private const string Previous = "previousSettings";
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
        ? plan.Keep("serviceName", Previous)
        : PropertyMap.Of(("serviceName", WellKnownApplications.Lync));

    public override async Task<ResourceState> CreateAsync(PropertyMap inputs, Operation operation)
    {
        var server = operation.Installation.Find(inputs.Text("server"))!;
        var previous = InputsOf(await FindPreviousAsync(server, operation));
        return StateOf(await WriteAsync(server.Fqdn, inputs, previous, operation), inputs, previous);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var server = Identity.Server(lookup.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
        var found = await FindAsync(server, operation);
        var settings = found.Settings ?? OAuthConfigurationRules.Default(server);
        var actual = InputsOf(settings).Set("server", server.Fqdn);
        if (lookup.IsImport)
        {
            return StateOf(settings, actual, found.OriginalSettings is { } original ? InputsOf(original) : null);
        }

        var absent = PropertyMap.Of(("exchangeAutodiscoverUrl", PropertyValue.Null), (Domains, PropertyValue.Null));
        var inputs = lookup.Inputs.Has("realm") || settings.Realm != server.Realm ? actual : actual.Remove("realm");
        return StateOf(settings, lookup.Inputs.Overlaid(absent.With(inputs)), lookup.Outputs.Map(Previous));
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var server = Identity.Server(change.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
        var previous = change.OldOutputs.Map(Previous) ?? InputsOf(await FindPreviousAsync(server, operation));
        return StateOf(await WriteAsync(server.Fqdn, change.NewInputs, previous, operation), change.NewInputs, previous);
    }

    /// <summary>Settings that this stack never wrote stay as they are.</summary>
    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        if (lookup.Outputs.Map(Previous) is { } previous)
        {
            var original = SettingsOf(Identity.Server(lookup.Id, operation.Installation, ProductFeatures.OAuthConfiguration), previous);
            var outcome = await operation.Engine.Writer.RestoreOAuthConfigurationAsync(original, operation.Progress, operation.CancellationToken);
            outcome.Require(restored => StateOf(restored, lookup.Inputs, previous));
        }
    }

    /// <summary>What was there before a stack first wrote the settings: a store remembers it; else it is what is there now.</summary>
    private static async Task<Settings> FindPreviousAsync(Server server, Operation operation)
    {
        var found = await FindAsync(server, operation);
        return found.OriginalSettings ?? found.Settings ?? OAuthConfigurationRules.Default(server);
    }

    private static Task<ServerSnapshot> FindAsync(Server server, Operation operation) => operation.Engine.Reader.ReadAsync(
        new ServerQuery(server.Fqdn, ServerParts.Settings), operation.Progress, operation.CancellationToken);

    private static void CheckUrl(ResourceCheck check, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !OAuthConfigurationRules.IsAutodiscover(parsed))
        {
            check.Refuse(FaultCatalogue.AutodiscoverUrlForm(url));
        }
    }

    private static async Task<Settings> WriteAsync(string server, PropertyMap inputs, PropertyMap previous, Operation operation)
    {
        var request = new SaveOAuthConfiguration(server, inputs.Text("realm"), UrlIn(inputs), inputs.Texts(Domains) ?? []);
        var outcome = await operation.Engine.Writer.SaveOAuthConfigurationAsync(request, operation.Progress, operation.CancellationToken);
        return outcome.Require(settings => StateOf(settings, inputs, previous));
    }

    private static Settings SettingsOf(Server server, PropertyMap settings) => OAuthConfigurationRules.Default(server) with
    {
        Realm = settings.Text("realm") ?? server.Realm,
        ExchangeAutodiscoverUrl = UrlIn(settings),
        ExchangeAutodiscoverAllowedDomains = settings.Texts(Domains) ?? [],
    };

    private static Uri? UrlIn(PropertyMap settings) =>
        settings.TryText("exchangeAutodiscoverUrl", out var text) ? MetadataInputs.UrlOf(text) : null;

    private static PropertyMap InputsOf(Settings settings) => PropertyMap.Of(("realm", settings.Realm))
        .SetIf("exchangeAutodiscoverUrl", settings.ExchangeAutodiscoverUrl?.AbsoluteUri)
        .SetIf(Domains, settings.ExchangeAutodiscoverAllowedDomains is { IsDefaultOrEmpty: false } domains ? WireForms.Texts(domains) : null);

    private static ResourceState StateOf(Settings settings, PropertyMap inputs, PropertyMap? previous) => new(
        settings.Server,
        inputs,
        PropertyMap.Of(("serviceName", settings.ServiceName), ("realm", settings.Realm)).SetIf(Previous, previous));
}
