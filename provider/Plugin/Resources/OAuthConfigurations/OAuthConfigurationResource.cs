using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Primitives;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Resources.OAuthConfigurations;

/// <summary>Lync's global OAuth settings. Id: the server's fqdn. They always exist: creating takes them over, deleting puts back what was
/// there.</summary>
internal sealed class OAuthConfigurationResource : ResourceType
{
    public const string TypeName = "OAuthConfiguration";

    public const string Previous = "previousSettings";
    public const string ServiceName = "serviceName";

    public override string Name => TypeName;

    public override string? IdOf(PropertyMap inputs) => Identity.OfServer(inputs);

    public override string SharedInput => OAuthConfigurationInputs.RealmName;

    public override PropertyMap WithDefaults(PropertyMap inputs, Installation installation)
    {
        var given = OAuthConfigurationInputs.Read(inputs);
        return given.Realm.IsGiven || installation.Find(given.Server.Value) is not { } server
            ? inputs
            : OAuthConfigurationInputs.WithRealm(inputs, server.Realm);
    }

    public override void Check(ResourceCheck check)
    {
        var inputs = OAuthConfigurationInputs.Read(check.Inputs);
        check.Server(inputs.Server, "an OAuth configuration", ProductFeatures.OAuthConfiguration);
        if (inputs.ExchangeAutodiscoverUrl.Value is { } url
            && (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || !OAuthConfigurationRules.IsAutodiscover(parsed)))
        {
            check.Refuse(FaultCatalogue.AutodiscoverUrlFormat(url));
        }

        if (inputs.Realm.Value is { } realm && !Principals.IsRealm(realm))
        {
            check.Refuse(FaultCatalogue.RealmFormat(inputs.Realm.Path, realm));
        }

        if (inputs.ClientAuthorizationServer.Value is { } clients && Blanks.Are(clients))
        {
            check.Refuse(FaultCatalogue.TextBlank(inputs.ClientAuthorizationServer.Path));
        }

        foreach (var (index, domain) in inputs.AllowedDomains.Index().Where(entry => !Fqdns.IsDomainPattern(entry.Item)))
        {
            check.Refuse(FaultCatalogue.AllowedDomainFormat(domain).At($"{inputs.ExchangeAutodiscoverAllowedDomains.Path}[{index}]"));
        }
    }

    /// <summary>The realm is in the document, the rest is not.</summary>
    public override bool ChangesDocument(ResourcePlan plan) =>
        plan.OldInputs is not { } old || OAuthConfigurationInputs.Read(plan.Inputs).Realm is not { IsUnknown: false, Value: var realm }
        || OAuthConfigurationInputs.Read(old).Realm.Value != realm;

    public override string? DecidesDocumentOf(PropertyMap inputs, Installation installation) =>
        installation.Find(inputs.Text(Identity.Server))?.Fqdn;

    /// <summary>Of what is not in the document, all is about finding Exchange.</summary>
    public override ServerProduct? Calls => ServerProduct.ExchangeServer;

    public override string Decides(string server, bool publishesWhatIsPlanned) =>
        publishesWhatIsPlanned ? $"where {server} looks for Exchange" : $"which realm {server} has and where it looks for Exchange";

    /// <summary>The realm, which others see; the rest stays as it is. A realm that somebody changed on the server is put back only if what is not
    /// known turns out to be a change.</summary>
    public override async Task<bool> PlanKnownAsync(ResourcePlan plan, PropertyMap known, ITrustEngine copy, Operation operation)
    {
        var inputs = OAuthConfigurationInputs.Read(known);
        if (inputs.Realm.IsUnknown || operation.Installation.Find(inputs.Server.Value) is not { } server)
        {
            return false;
        }

        var settings = (await FindAsync(server, copy, operation)).Settings ?? OAuthConfigurationRules.Default(server);
        if (!ChangesDocument(plan))
        {
            return settings.Realm == inputs.Realm.Value;
        }

        var request = new SaveOAuthConfiguration(
            server.Fqdn, inputs.Realm.Value, settings.ExchangeAutodiscoverUrl, settings.ExchangeAutodiscoverAllowedDomains)
        {
            ClientAuthorizationServer = settings.ClientAuthorizationServer,
        };
        return await copy.Writer.SaveOAuthConfigurationAsync(request, operation.Progress, operation.CancellationToken)
            is WriteOutcome<OAuthConfiguration>.Done;
    }

    public override PropertyMap PreviewOutputs(ResourcePlan plan) => plan.OldInputs is not null
        ? plan.Keep(ServiceName, Previous)
        : PropertyMap.Of((ServiceName, WellKnownApplications.Lync));

    public override async Task<ResourceState> CreateAsync(ResourceCreation creation, Operation operation)
    {
        var inputs = OAuthConfigurationInputs.Read(creation.Inputs);
        var server = operation.Installation.Find(inputs.Server.Value)!;
        return await WriteAsync(server, inputs, creation.Inputs, await FindPreviousAsync(server, operation), operation);
    }

    public override async Task<ResourceState?> ReadAsync(ResourceLookup lookup, Operation operation)
    {
        var server = Identity.ServerOf(lookup.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
        var found = await FindAsync(server, operation);
        var settings = found.Settings ?? OAuthConfigurationRules.Default(server);
        if (lookup.IsImport)
        {
            var original = found.OriginalSettings is { } first ? OAuthConfigurationInputs.Write(first) : null;
            return StateOf(settings, OAuthConfigurationInputs.Write(settings, server, writesRealm: true), original);
        }

        var writesRealm = OAuthConfigurationInputs.Read(lookup.Inputs).Realm.IsGiven;
        var actual = OAuthConfigurationInputs.Nothing.With(OAuthConfigurationInputs.Write(settings, server, writesRealm));
        return StateOf(settings, lookup.Inputs.Overlaid(actual), lookup.Outputs.Map(Previous));
    }

    public override async Task<ResourceState> UpdateAsync(ResourceChange change, Operation operation)
    {
        var server = Identity.ServerOf(change.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
        var previous = change.OldOutputs.Map(Previous) ?? await FindPreviousAsync(server, operation);
        return await WriteAsync(server, OAuthConfigurationInputs.Read(change.NewInputs), change.NewInputs, previous, operation);
    }

    public override Remainder? RemainderOf(ResourceLookup lookup) => lookup.Outputs.Map(Previous) is { } previous
        ? new Remainder("what the stack wrote into its OAuth settings", OAuthConfigurationInputs.DescribeRestoring(previous))
        : null;

    /// <summary>Settings that this stack never wrote stay as they are.</summary>
    public override async Task DeleteAsync(ResourceLookup lookup, Operation operation)
    {
        if (lookup.Outputs.Map(Previous) is { } previous)
        {
            var server = Identity.ServerOf(lookup.Id, operation.Installation, ProductFeatures.OAuthConfiguration);
            var original = OAuthConfigurationInputs.Read(previous).On(server);
            var outcome = await operation.Engine.Writer.RestoreOAuthConfigurationAsync(original, operation.Progress, operation.CancellationToken);
            outcome.Require(restored => StateOf(restored, lookup.Inputs, previous));
            await outcome.TellRemarksAsync(operation);
        }
    }

    /// <summary>What was there before a stack first wrote the settings: a store remembers it; else it is what is there now.</summary>
    private static async Task<PropertyMap> FindPreviousAsync(Server server, Operation operation)
    {
        var found = await FindAsync(server, operation);
        return OAuthConfigurationInputs.Write(found.OriginalSettings ?? found.Settings ?? OAuthConfigurationRules.Default(server));
    }

    private static Task<ServerSnapshot> FindAsync(Server server, Operation operation) => FindAsync(server, operation.Engine, operation);

    private static Task<ServerSnapshot> FindAsync(Server server, ITrustEngine engine, Operation operation) => engine.Reader.ReadAsync(
        new ServerQuery(server.Fqdn, ServerParts.Settings), operation.Progress, operation.CancellationToken);

    private static async Task<ResourceState> WriteAsync(
        Server server, OAuthConfigurationInputs inputs, PropertyMap given, PropertyMap previous, Operation operation)
    {
        var request = new SaveOAuthConfiguration(server.Fqdn, inputs.Realm.Value, inputs.Url, inputs.AllowedDomains)
        {
            ClientAuthorizationServer = inputs.ClientAuthorizationServer.Value,
        };
        var outcome = await operation.Engine.Writer.SaveOAuthConfigurationAsync(request, operation.Progress, operation.CancellationToken);
        var written = outcome.Require(settings => StateOf(settings, given, previous));
        await outcome.TellRemarksAsync(operation);
        await LaterRemarks.TellAsync(operation, () => RemarksOfAsync(written, operation));
        return StateOf(written, given, previous);
    }

    private static async Task<ImmutableArray<Fault>> RemarksOfAsync(OAuthConfiguration written, Operation operation)
    {
        if (written.ClientAuthorizationServer is null)
        {
            return [];
        }

        var known = await operation.Engine.Reader.ListAuthorizationServersAsync(written.Server, operation.Progress, operation.CancellationToken);
        return OAuthConfigurationRules.Remark(written, known) is { } remark ? [remark] : [];
    }

    private static ResourceState StateOf(OAuthConfiguration settings, PropertyMap inputs, PropertyMap? previous) => new(
        settings.Server,
        inputs,
        PropertyMap.Of((ServiceName, settings.ServiceName), ("realm", settings.Realm)).SetIf(Previous, previous));
}
