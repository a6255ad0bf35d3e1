using System.Text.Json.Nodes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.8 issuer and subject, 3.9 audience.</summary>
internal static class IdentityCases
{
    private static readonly string Lync = Scene.Lync.Issuer;

    public static IEnumerable<HostileCase> All() => [.. Issuers(), .. Subjects(), .. Audiences()];

    private static IEnumerable<HostileCase> Issuers() =>
    [
        Issuer("no issuer", "PT5012", c => c.Remove("iss")),
        Issuer("a number as issuer", "PT5012", c => c["iss"] = 4),
        Issuer("a list of issuers", "PT5012", c => c["iss"] = new JsonArray(Lync, "x@y")),
        Issuer("an address as issuer", "PT5012", c => c["iss"] = "https://sts.litwareinc.com"),
        Issuer("an unknown issuer", "PT5020", c => c["iss"] = $"{Scene.SharePoint.ApplicationIdentifier}@litwareinc.com"),
        Issuer("the known application in another realm", "PT5020", c => c["iss"] = $"{Scene.Lync.ApplicationIdentifier}@fabrikam.com"),
        Issuer("the issuer in capitals", "PT5020", c => c["iss"] = Lync.ToUpperInvariant()),
        Issuer("the realm in capitals", "PT5020", c => c["iss"] = $"{Scene.Lync.ApplicationIdentifier}@LITWAREINC.com"),
        Issuer("a realm that begins like the known one", "PT5020", c => c["iss"] = Lync + ".attacker.example"),
        Issuer("a zero character after the issuer", "PT5020", c => c["iss"] = Lync + "\0"),
        Issuer("any realm", "PT5020", c => c["iss"] = $"{Scene.Lync.ApplicationIdentifier}@*"),
        Issuer("a realm in look-alike letters", "PT5020", c => c["iss"] = $"{Scene.Lync.ApplicationIdentifier}@litware\u0456nc.com"),
        Issuer("a disabled partner", "PT5023", _ => { }) with { Stage = "enabled", State = Scene.State.With(
            Scene.LyncAtExchange with { Enabled = false }) },
    ];

    private static IEnumerable<HostileCase> Subjects() =>
    [
        Subject("one partner in the name of another", "PT5021", c => c["nameid"] = $"{Scene.SharePoint.ApplicationIdentifier}@litwareinc.com"),
        Subject("one partner in the name of the receiver", "PT5021", c => c["nameid"] = Scene.Exchange.Issuer),
        Subject("no client", "PT5012", c => c.Remove("nameid")),
        Subject("a user as client", "PT5021", c => c["nameid"] = Scene.Ken.NameId),
        new("3.8", "a token server for an application that was registered to issue for itself", "application", "PT5022", ByTokenServer)
        {
            State = TokenServerKnown(Scene.Trusting),
            Twin = ByTokenServer,
            TwinState = TokenServerKnown(Scene.State.With(
                Scene.LyncAtExchange with { Source = new PartnerSource.AuthorizationServer(Scene.Lync.ApplicationIdentifier, "") , Realm = "" })),
        },
        User("a foreign user token around a good actor token", "userTokenIssuer", "PT5050", c => c["iss"] = "attacker@litwareinc.com"),
        User("the issuer of the user token in capitals", "userTokenIssuer", "PT5050", c => c["iss"] = Lync.ToUpperInvariant()),
        User("a user token without issuer", "userTokenIssuer", "PT5050", c => c.Remove("iss")),
        User("a user that is unknown", "user", "PT5072", c => (c["sip"], c["smtp"], c["nameid"]) = ("sip:x@y.com", "x@y.com", "x@y.com")),
        User("the addresses of two users", "user", "PT5073", c => c["smtp"] = Scene.PilarAckerman.SmtpAddress),
        User("the name of one user and the address of another", "user", "PT5073", c => c["nameid"] = Scene.PilarAckerman.SmtpAddress),
        User("a user without name", "user", "PT5070", c => c.Remove("nameid")),
        User("a list of users", "user", "PT5070", c => c["nameid"] = new JsonArray("kenmyer@litwareinc.com")),
        User("a wildcard for a user", "user", "PT5072", c => (c["sip"], c["smtp"], c["nameid"]) = ("*", "*", "*")),
        SecurityIdentifierOnly,
    ];

    private static HostileCase SecurityIdentifierOnly =>
        new("3.8", "a security identifier that the partner may not use", "user", "PT5071", BySecurityIdentifier)
        {
            State = Scene.State.With(Scene.LyncAtExchange with { AcceptSecurityIdentifierInformation = false }),
            Twin = BySecurityIdentifier,
        };

    private static IEnumerable<HostileCase> Audiences() =>
    [
        Audience("no audience", "audience", "PT5040", _ => null),
        Audience("a list of audiences", "audience", "PT5040", good => new JsonArray(good, "x/y@z")),
        Audience("an address as audience", "audience", "PT5040", _ => "https://autodiscover.litwareinc.com/"),
        Audience("an audience without host", "audience", "PT5040", good => good.Replace($"/{Scene.Exchange.Fqdn}", "", StringComparison.Ordinal)),
        Audience(
            "an audience for another product",
            "audience",
            "PT5041",
            good => good.Replace(Scene.Exchange.ApplicationIdentifier, Scene.SharePoint.ApplicationIdentifier, StringComparison.Ordinal)),
        Audience("the application in capitals", "audience", "PT5041", good => good.Replace("-ce00-", "-CE00-", StringComparison.Ordinal)),
        Audience("any application", "audience", "PT5041", good => good.Replace(Scene.Exchange.ApplicationIdentifier, "*", StringComparison.Ordinal)),
        Audience("an empty host", "audienceHost", "PT5042", good => good.Replace(Scene.Exchange.Fqdn, "", StringComparison.Ordinal)),
        Audience("another host", "audienceHost", "PT5042", good => good.Replace(Scene.Exchange.Fqdn, "mail.fabrikam.com", StringComparison.Ordinal)),
        Audience(
            "a host that begins like this one",
            "audienceHost",
            "PT5042",
            good => good.Replace(Scene.Exchange.Fqdn, Scene.Exchange.Fqdn + ".attacker.example", StringComparison.Ordinal)),
        Audience(
            "a host that ends like this one",
            "audienceHost",
            "PT5042",
            good => good.Replace(Scene.Exchange.Fqdn, "evil" + Scene.Exchange.Fqdn, StringComparison.Ordinal)),
        Audience("any host", "audienceHost", "PT5042", good => good.Replace(Scene.Exchange.Fqdn, "*", StringComparison.Ordinal)),
        Audience("another realm", "audienceRealm", "PT5043", good => good.Replace("@litwareinc.com", "@fabrikam.com", StringComparison.Ordinal)),
        Audience(
            "the realm in capitals", "audienceRealm", "PT5043", good => good.Replace("@litwareinc.com", "@Litwareinc.com", StringComparison.Ordinal)),
        Audience("any realm", "audienceRealm", "PT5043", good => good.Replace("@litwareinc.com", "@*", StringComparison.Ordinal)),
        User("a user token for another server", "userTokenAudience", "PT5051", c => c["aud"] = Scene.ToLync.ToString()) with { Section = "3.9" },
        User("a user token without audience", "userTokenAudience", "PT5051", c => c.Remove("aud")) with { Section = "3.9" },
        User("a user token for another realm", "userTokenAudience", "PT5051", c => c["aud"] = (Scene.ToExchange with { Realm = "fabrikam.com" }).ToString()) with { Section = "3.9" },
    ];

    private static HostileCase Issuer(string name, string code, Action<JsonObject> claims) =>
        new("3.8", name, "issuer", code, () => Forge.Actor(claims));

    private static HostileCase Subject(string name, string code, Action<JsonObject> claims) =>
        new("3.8", name, "application", code, () => Forge.Actor(claims));

    private static HostileCase User(string name, string stage, string code, Action<JsonObject> claims) =>
        new("3.8", name, stage, code, () => Forge.User(claims)) { Twin = () => Forge.User() };

    private static HostileCase Audience(string name, string stage, string code, Func<string, JsonNode?> change) =>
        new("3.9", name, stage, code, () => Forge.Actor(c => c["aud"] = change(Scene.ToExchange.ToString())));

    private static string BySecurityIdentifier() => Forge.User(c =>
    {
        c.Remove("smtp");
        c.Remove("sip");
        c["nameid"] = Scene.KenMyer.SecurityIdentifier;
    });

    private static string ByTokenServer() => Forge.Actor(c => c["iss"] = Scene.TokenServer.Issuer, key: 2);

    private static TrustState TokenServerKnown(TrustState state) => state.With(new AuthorizationServer(
        Scene.Exchange.Fqdn, "sts", Scene.TokenServer.MetadataUrl, "litwareinc.com", Scene.TokenServer.Issuer, [Certs.Public(2)]));
}
