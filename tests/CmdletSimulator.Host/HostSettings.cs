using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Host;

/// <summary>Who is played: the same settings <c>servers</c> and <c>mailboxes</c> that a stack has.</summary>
internal sealed record HostSettings(ImmutableArray<Server> Servers, ImmutableArray<Mailbox> Mailboxes)
{
    public static HostSettings Parse(string json)
    {
        var settings = JObject.Parse(json);
        return new HostSettings(
            [.. Items(settings, "servers").Select(ServerOf)],
            [.. Items(settings, "mailboxes").Select(mailbox => new Mailbox(
                (string)mailbox["sipUri"]!,
                (string)mailbox["smtpAddress"]!,
                (string)mailbox["server"]!,
                (bool?)mailbox["archiveEnabled"] ?? false))]);
    }

    private static Server ServerOf(JToken server)
    {
        var fqdn = Fqdns.Normalize((string)server["fqdn"]!);
        var product = Enum.Parse<ServerProduct>((string)server["product"]!);
        var url = (string?)server["metadataUrl"];
        return new Server(
            fqdn,
            product,
            (string?)server["realm"] ?? Fqdns.DefaultRealm(fqdn),
            url is null ? MetadataUrls.Default(fqdn, product) : new Uri(url),
            Texts(server, "acceptedDomains"))
        {
            Members = Texts(server, "members"),
        };
    }

    private static JEnumerable<JToken> Items(JObject settings, string name) => settings[name]?.Children() ?? JEnumerable<JToken>.Empty;

    private static ImmutableArray<string> Texts(JToken server, string name) => [.. server[name]?.Values<string>().OfType<string>() ?? []];
}
