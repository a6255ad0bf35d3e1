using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.ThreeProducts;

/// <summary>
/// Every server trusts every other one. Servers are data: a fourth one is an entry in a dictionary, and the records that it needs follow.
/// </summary>
public sealed class ThreeProductsStack : Stack
{
    public ThreeProductsStack()
    {
        var config = new Pulumi.Config();
        var lync = config.Require("lync");
        var exchange = config.Require("exchange");
        var sharePoint = config.Require("sharePoint");
        var servers = new Dictionary<string, string> { ["lync"] = lync, ["exchange"] = exchange, ["sharepoint"] = sharePoint };

        var certificates = servers.ToDictionary(server => server.Key, server => new CertificateBinding(server.Key, new()
        {
            Server = server.Value,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        }));

        var autodiscover = new OAuthConfiguration("lync", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        });

        // Without a URL, each product publishes its document under its own path. Lync's shows the realm of its settings, so
        // that it waits for them.
        var endpoints = servers.ToDictionary(server => server.Key, server => new AuthMetadataEndpoint(
            server.Key,
            new() { Server = server.Value },
            new() { DependsOn = Before(server.Key) }));

        Resource[] Before(string name) => name == "lync" ? [certificates[name], autodiscover] : [certificates[name]];

        var records =
            from keeper in servers
            from partner in servers
            where keeper.Key != partner.Key
            select Register(keeper, partner.Key, endpoints[partner.Key]);

        // Lync writes to a mailbox and deletes the item again.
        var check = new ConnectivityCheck("lync-to-exchange", new()
        {
            Server = lync,
            SipUri = config.Require("testUser"),
            Triggers = endpoints.Values.Select(endpoint => endpoint.Fingerprint).ToList(),
        }, new() { DependsOn = records.Append<Resource>(autodiscover).ToArray() });

        var sharePointCalls = ExplainTrust.Invoke(
            new() { From = sharePoint, To = exchange, SipUri = config.Require("testUser") },
            new InvokeOutputOptions { DependsOn = { check } });

        Proven = check.Succeeded;
        SharePointMayCallExchange = sharePointCalls.Apply(verdict => verdict.Accepted);
    }

    [Output("proven")]
    public Output<bool> Proven { get; private set; }

    [Output("sharePointMayCallExchange")]
    public Output<bool> SharePointMayCallExchange { get; private set; }

    private static PartnerApplication Register(KeyValuePair<string, string> keeper, string partner, AuthMetadataEndpoint endpoint) =>
        new($"{partner}-on-{keeper.Key}", new()
        {
            Server = keeper.Value,
            Name = partner,
            AuthMetadataUrl = endpoint.Url,

            // Only Exchange gives its partners roles.
            LinkedAccount = keeper.Key == "exchange"
                ? (Input<LinkedAccountArgs>)new LinkedAccountArgs { Name = $"{partner}-ApplicationAccount" }
                : null!,
            RefreshTrigger = endpoint.Fingerprint,
        });
}
