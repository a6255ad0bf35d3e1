using Pulumi;
using Pulumi.PartnerTrust;
using Pulumi.PartnerTrust.Inputs;

namespace Examples.PoolsAndFarms;

/// <summary>
/// Every pool of a Lync deployment and Exchange call one another, and so do SharePoint farms of one realm. Servers are data: for a further
/// pool or farm the configuration gets an entry, and the records and checks that it needs follow.
/// </summary>
public sealed class PoolsAndFarmsStack : Stack
{
    private readonly string testUser;

    public PoolsAndFarmsStack()
    {
        var config = new Pulumi.Config();
        testUser = config.Require("testUser");

        PoolsProven = AllSucceed(JoinPools(
            config.Require("lync"), config.RequireObject<Dictionary<string, string>>("pools"), config.Require("exchange")));
        FarmsProven = AllSucceed(JoinFarms(config.RequireObject<string[]>("farms")));
    }

    [Output("poolsProven")]
    public Output<bool> PoolsProven { get; private set; }

    [Output("farmsProven")]
    public Output<bool> FarmsProven { get; private set; }

    // Certificate, settings and records belong to the deployment: there is one of each, however many pools there are. The pools make the
    // calls, so that each proves with one of its Front Ends that it can.
    private ConnectivityCheck[] JoinPools(string lync, Dictionary<string, string> frontEnds, string exchange)
    {
        var settings = new OAuthConfiguration("lync", new()
        {
            Server = lync,
            ExchangeAutodiscoverUrl = $"https://{exchange}/autodiscover/autodiscover.svc",
        });

        // Lync's document shows the realm of its settings. Without DependsOn whoever reads the document waits a few seconds for them, and
        // a warning (PT4032) tells if another realm was read. With it the order is certain, and `pulumi destroy` goes the other way.
        var lyncDocument = Publish("lync", lync, settings);
        var exchangeDocument = Publish("exchange", exchange);

        Resource[] trust =
        [
            settings,
            lyncDocument,
            exchangeDocument,
            Register("exchange-on-lync", lync, exchangeDocument),
            Register("lync-on-exchange", exchange, lyncDocument, new LinkedAccountArgs { Name = "LyncEnterprise-ApplicationAccount" }),
        ];

        return
        [
            Probe("exchange-to-lync", exchange, lync, trust),
            .. frontEnds.Select(pool => WriteItem($"{Label(pool.Key)}-to-exchange", pool.Key, pool.Value, exchange, trust)),
        ];
    }

    // Each farm registers each of the others.
    private ConnectivityCheck[] JoinFarms(string[] farms)
    {
        var documents = farms.ToDictionary(farm => farm, farm => Publish(Label(farm), farm));
        var calls = farms.SelectMany(from => farms.Where(to => to != from).Select(to => (From: from, To: to))).ToList();
        var records = calls.Select(call => Register($"{Label(call.From)}-on-{Label(call.To)}", call.To, documents[call.From]));

        Resource[] trust = [.. documents.Values, .. records];
        return [.. calls.Select(call => Probe($"{Label(call.From)}-to-{Label(call.To)}", call.From, call.To, trust))];
    }

    // The certificate with which a server signs, and the document that shows its key.
    private static AuthMetadataEndpoint Publish(string name, string server, params Resource[] before)
    {
        var certificate = new CertificateBinding(name, new()
        {
            Server = server,
            Source = new CertificateSourceArgs { Generate = new GeneratedCertificateArgs() },
        });

        Resource[] all = [certificate, .. before];
        return new AuthMetadataEndpoint(name, new() { Server = server }, new() { DependsOn = all });
    }

    private static PartnerApplication Register(string name, string keeper, AuthMetadataEndpoint partner, LinkedAccountArgs? account = null) =>
        new(name, new()
        {
            Server = keeper,
            AuthMetadataUrl = partner.Url,
            LinkedAccount = account!,
            RefreshTrigger = partner.Fingerprint,
        });

    // A token is presented, and nothing written.
    private ConnectivityCheck Probe(string name, string from, string to, Resource[] trust) =>
        new(name, new()
        {
            Server = from,
            Target = to,
            SipUri = testUser,
            Method = ConnectivityMethod.Probe,
            Triggers = FingerprintsIn(trust),
        }, new() { DependsOn = trust });

    // One Front End of the pool writes an item to the user's mailbox, reads it back and deletes it.
    private ConnectivityCheck WriteItem(string name, string pool, string frontEnd, string exchange, Resource[] trust) =>
        new(name, new()
        {
            Server = pool,
            Target = exchange,
            SipUri = testUser,
            Binding = StorageBinding.NetTcp,
            HostNameStorageService = frontEnd,
            Triggers = FingerprintsIn(trust),
        }, new() { DependsOn = trust });

    // A check runs again when a document shows other keys.
    private static List<Output<string>> FingerprintsIn(IEnumerable<Resource> trust) =>
        [.. trust.OfType<AuthMetadataEndpoint>().Select(document => document.Fingerprint)];

    private static Output<bool> AllSucceed(IEnumerable<ConnectivityCheck> checks) =>
        Output.All(checks.Select(check => check.Succeeded)).Apply(all => all.All(succeeded => succeeded));

    // A resource is called after the first part of its server's name.
    private static string Label(string server) => server.Split('.')[0];
}
