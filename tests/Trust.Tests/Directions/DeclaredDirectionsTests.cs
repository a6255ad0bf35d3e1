using System.Collections.Immutable;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Tests.Directions;

/// <summary>Whom Lync is sent to by its settings is looked up for all at once, and is whom a single call would come to.</summary>
public sealed class DeclaredDirectionsTests
{
    private static readonly string[] Realms = ["one.example", "two.example", "three.example"];

    [Fact]
    public void Settings_lead_to_the_servers_that_a_call_would_come_to()
    {
        var led = 0;
        for (var seed = 0; seed < 200; seed++)
        {
            var state = Installation(new Random(seed));
            var expected = from settings in state.OAuthConfigurations.Values
                           from called in state.Servers.Values
                           where called.Product == ServerProduct.ExchangeServer
                           where CallPlanner.LeadsTo(state, called, settings.ExchangeAutodiscoverUrl!)
                           select $"{settings.Server} {called.Fqdn}";

            var found = DeclaredDirections.Of(state, Certs.Now).Select(direction => $"{direction.From.Fqdn} {direction.To.Fqdn}").ToList();

            Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
            led += found.Count;
        }

        Assert.True(led > 200, $"{led} directions in all");
    }

    /// <summary>Servers of a few realms, some with names beside their own, and Lync servers that look for any of those, or for nobody.</summary>
    private static TrustState Installation(Random random)
    {
        var exchanges = Enumerable.Range(0, random.Next(1, 7)).Select(number =>
        {
            var realm = Realms[random.Next(Realms.Length)];
            return Of($"mail{number}.{realm}", ServerProduct.ExchangeServer, realm) with
            {
                Names = random.Next(2) == 0 ? [$"autodiscover.{realm}"] : ImmutableArray<string>.Empty,
            };
        }).ToList();
        var state = exchanges.Aggregate(TrustState.Empty, (so, server) => so with { Servers = so.Servers.SetItem(server.Fqdn, server) });
        string[] hosts = [.. exchanges.SelectMany(server => server.Hosts), "nobody.example"];
        return Enumerable.Range(0, 3).Aggregate(state, (so, number) =>
        {
            var lync = Of($"lync{number}.example", ServerProduct.LyncServer, Realms[0]);
            var host = hosts[random.Next(hosts.Length)];
            var url = Litware.Url(random.Next(2) == 0 ? host : host.ToUpperInvariant(), "/autodiscover/autodiscover.svc");
            var settings = new OAuthConfiguration(lync.Fqdn, lync.Realm, WellKnownApplications.Lync, url, []);
            return so with
            {
                Servers = so.Servers.SetItem(lync.Fqdn, lync),
                OAuthConfigurations = so.OAuthConfigurations.SetItem(lync.Fqdn, settings),
            };
        });
    }

    private static Server Of(string fqdn, ServerProduct product, string realm) =>
        Estate.Of(fqdn, product) with { Realm = realm, AcceptedDomains = product == ServerProduct.ExchangeServer ? [realm] : [] };
}
