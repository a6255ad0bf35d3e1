using System.Collections.Immutable;
using PartnerTrust.Plugin.Tests.Plans;
using PartnerTrust.Plugin.Tests.Truth.Engine;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Tests.Truth.Programs;

/// <summary>The trust that an installation calls for, written right: everything declares what it needs.</summary>
internal sealed class WholePrograms(TruthInstallation installation, Draw draw)
{
    private readonly List<TruthResource> resources = [];

    /// <param name="waitsForEverything">Whether each check does; else half of them wait for one record, so that what is refused elsewhere does not
    /// keep them from running.</param>
    public TruthProgram Make(bool waitsForEverything = false)
    {
        foreach (var (server, index) in Servers().Select((server, index) => (server, index)))
        {
            Add(Certificate(server, draw.Chance(4) ? Generated() : PlanCertificates.Text(index)));
        }

        Add(TruthResource.Of("OAuthConfiguration", "oauth", PropertyMap.Of(
            ("server", TruthInstallation.Lync), ("exchangeAutodiscoverUrl", AutodiscoverOf(draw.One(installation.Exchanges.AsSpan()))))));
        foreach (var server in Servers())
        {
            Add(Endpoint(server) with { DependsOn = server == TruthInstallation.Lync ? ["cert-lync", "oauth"] : [$"cert-{Short(server)}"] });
        }

        AddPartners();
        AddTokenServer();
        AddChecks(waitsForEverything ? 100 : 50);
        return new TruthProgram(installation.Settings(), [.. resources]);
    }

    /// <summary>The same as a component makes it, and checks beside those that it makes.</summary>
    public TruthProgram MakeByComponent()
    {
        Add(TruthResource.Of(TruthIdentity.Component, "trust", new ComponentInputs(installation, draw).Make()));
        for (var number = draw.Below(3); number > 0; number--)
        {
            Add(TruthResource.Of("ConnectivityCheck", $"check{number}", new CheckInputs(installation, draw).Make()) with { DependsOn = ["trust"] });
        }

        return new TruthProgram(installation.Settings(), [.. resources]);
    }

    public static string AutodiscoverOf(string fqdn) => $"https://{fqdn}/autodiscover/autodiscover.svc";

    public static string Short(string fqdn) => fqdn.Split('.')[0];

    public static PropertyMap Generated() => PropertyMap.Of(
        ("generate", PropertyMap.Of(("subject", "CN=litwareinc.com"), ("validityDays", 730))));

    public static TruthResource Certificate(string server, PropertyMap source) =>
        TruthResource.Of("CertificateBinding", $"cert-{Short(server)}", PropertyMap.Of(("server", server), ("source", source)));

    public static TruthResource Endpoint(string server) =>
        TruthResource.Of("AuthMetadataEndpoint", EndpointOf(server), PropertyMap.Of(("server", server)));

    /// <summary>Registered where it publishes, and read again when its keys change.</summary>
    /// <param name="name">In the program.</param>
    /// <param name="endpoint">The resource by which the partner publishes.</param>
    /// <param name="inputs">Everything but the document.</param>
    public static TruthResource Partner(string name, string endpoint, PropertyMap inputs) => new("PartnerApplication", name, of => inputs
        .Set("authMetadataUrl", of(endpoint, "url"))
        .Set("refreshTrigger", of(endpoint, "fingerprint")));

    public static PropertyMap AccountOf(string exchange, string name) => PropertyMap.Of(
        ("server", exchange),
        ("name", name),
        ("acceptSecurityIdentifierInformation", true),
        ("linkedAccount", PropertyMap.Of(
            ("name", $"{name}-ApplicationAccount"), ("roles", ListValue.Of(["UserApplication", "ArchiveApplication"])))));

    private static string EndpointOf(string fqdn) => $"endpoint-{Short(fqdn)}";

    private IEnumerable<string> Servers() =>
    [
        TruthInstallation.Lync,
        .. installation.Exchanges,
        .. installation.HasSharePoint ? [TruthInstallation.SharePoint] : (string[])[],
        .. installation.HasTokenServer ? [TruthInstallation.TokenServer] : (string[])[],
    ];

    private void Add(TruthResource resource) => resources.Add(resource);

    /// <summary>On Lync one record of each realm's Exchange, on every Exchange server one of Lync.</summary>
    private void AddPartners()
    {
        foreach (var exchange in installation.Exchanges.DistinctBy(TruthInstallation.RealmOf))
        {
            Add(Partner($"{Short(exchange)}-on-lync", EndpointOf(exchange), PropertyMap.Of(
                ("server", TruthInstallation.Lync), ("name", $"Exchange-{Short(exchange)}"))));
        }

        foreach (var exchange in installation.Exchanges)
        {
            Add(Partner($"lync-on-{Short(exchange)}", EndpointOf(TruthInstallation.Lync), AccountOf(exchange, "LyncEnterprise")));
        }

        if (installation.HasSharePoint)
        {
            var exchange = installation.Exchanges[0];
            Add(Partner($"sp-on-{Short(exchange)}", EndpointOf(TruthInstallation.SharePoint), AccountOf(exchange, "SharePoint")));
            Add(Partner("sp-on-lync", EndpointOf(TruthInstallation.SharePoint), PropertyMap.Of(
                ("server", TruthInstallation.Lync), ("name", "SharePoint"))));
        }
    }

    private void AddTokenServer()
    {
        if (!installation.HasTokenServer)
        {
            return;
        }

        var server = draw.One([TruthInstallation.Lync, .. installation.Exchanges]);
        Add(new TruthResource("AuthorizationServer", "sts", of => PropertyMap.Of(
            ("server", server), ("name", "sts"), ("authMetadataUrl", of(EndpointOf(TruthInstallation.TokenServer), "url")))));
    }

    private void AddChecks(int percentWaiting)
    {
        ImmutableArray<string> everything = [.. resources.Select(resource => resource.Name)];
        ImmutableArray<string> records = [.. resources.Where(resource => resource.Type == "PartnerApplication").Select(resource => resource.Name)];
        for (var number = 1 + draw.Below(3); number > 0; number--)
        {
            var inputs = new CheckInputs(installation, draw).Make();
            Add(draw.Chance(percentWaiting)
                ? new TruthResource("ConnectivityCheck", $"check{number}", of => inputs.Set("triggers", Fingerprints(of))) { DependsOn = everything }
                : TruthResource.Of("ConnectivityCheck", $"check{number}", inputs) with { DependsOn = [draw.One(records.AsSpan())] });
        }
    }

    private ListValue Fingerprints(OutputOf of) => ListValue.Of(
        resources.Where(resource => resource.Type == "AuthMetadataEndpoint").Select(resource => of(resource.Name, "fingerprint")));
}
