using System.Text.Json.Nodes;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.11 explicit typing, 3.12 different rules for different kinds of tokens; and claims about time, which 3.10 says not to take on
/// trust.</summary>
internal static class KindCases
{
    public static IEnumerable<HostileCase> All() => [.. Types(), .. Kinds(), .. Times()];

    private static IEnumerable<HostileCase> Types() =>
    [
        .. new[] { "at+jwt", "dpop+jwt", "secevent+jwt", "JWS", "JOSE", "" }.Select(type => Type($"of type \"{type}\"", h => h["typ"] = type)),
        Type("of no type", h => h.Remove("typ")),
        Type("of a number's type", h => h["typ"] = 1),
        new("3.11", "an actor token of another type inside", "actorToken", "PT5005", () => Forge.User(actor: Forge.Actor(Delegable, h => h["typ"] = "at+jwt"))) { Twin = () => Forge.User() },
        new("3.11", "a user token of another type", "header", "PT5005", () => Forge.User(header: h => h["typ"] = "at+jwt")) { Twin = () => Forge.User() },
    ];

    private static IEnumerable<HostileCase> Kinds() =>
    [
        Kind("an add-in's identity token as actor token", "issuer", "PT5020", () => Forge.Actor(
            c =>
            {
                c["iss"] = Scene.Exchange.Issuer;
                c["aud"] = "https://addin.example/";
                c["appctx"] = new JsonObject { ["version"] = "ExIdTok.V1" };
            },
            key: 1)),
        Kind(
            "an actor token that denies delegation",
            "delegation",
            "PT5052",
            () => Forge.User(actor: Forge.Actor(c => c["trustedfordelegation"] = "false"))) with
        {
            Twin = () => Forge.User(actor: Forge.Actor()),
        },
        Kind("delegation in capitals", "delegation", "PT5052", () => Forge.User(actor: Forge.Actor(c => c["trustedfordelegation"] = "True"))) with { Twin = () => Forge.User() },
        Kind("delegation left empty", "delegation", "PT5052", () => Forge.User(actor: Forge.Actor(c => c["trustedfordelegation"] = ""))) with { Twin = () => Forge.User() },
        Kind("delegation as a truth value", "delegation", "PT5052", () => Forge.User(actor: Forge.Actor(c => c["trustedfordelegation"] = true))) with { Twin = () => Forge.User() },
        Kind("a user token inside a user token", "actorToken", "PT5006", () => Forge.User(actor: Forge.User())) with { Twin = () => Forge.User() },
        Kind("a signed token with an actor token inside", "actorToken", "PT5011", () => Forge.Actor(c => c["actortoken"] = Forge.Actor(key: 1))),
        Kind("an actor token with another inside", "actorToken", "PT5011", () => Forge.User(actor: Forge.Actor(c => c["actort"] = Forge.Actor()))) with { Twin = () => Forge.User() },
        Kind("two different actor tokens", "actorToken", "PT5010", () => Forge.User(c => c["actort"] = Forge.Actor(key: Forge.Attacker))) with
        {
            Twin = () => Forge.User(c => c["actort"] = c["actortoken"]!.DeepClone()),
        },
        Kind("an actor token beside one that is no text", "actorToken", "PT5010", () => Forge.User(c => c["actort"] = 1)) with { Twin = () => Forge.User() },
        Kind("a user token with its actor token taken out", "actorToken", "PT5008", () => Forge.User(c => c.Remove("actortoken"))) with { Twin = () => Forge.User() },
        Kind("an empty actor token", "actorToken", "PT5008", () => Forge.User(c => c["actortoken"] = "")) with { Twin = () => Forge.User() },
        Kind("the actor token's name in capitals", "actorToken", "PT5008", () => Forge.User(c =>
        {
            c["ActorToken"] = c["actortoken"]!.DeepClone();
            c.Remove("actortoken");
        })) with
        {
            Twin = () => Forge.User(c =>
            {
                c["actort"] = c["actortoken"]!.DeepClone();
                c.Remove("actortoken");
            }),
        },
        Kind("a token for SharePoint played to Exchange", "issuer", "PT5020", () => Forge.Actor(
            c =>
            {
                (c["iss"], c["nameid"]) = (Scene.Exchange.Issuer, Scene.Exchange.Issuer);
                c["aud"] = $"{Scene.SharePoint.ApplicationIdentifier}/{Scene.SharePoint.Fqdn}@litwareinc.com";
            },
            key: 1)),
    ];

    private static IEnumerable<HostileCase> Times() =>
    [
        Time("no expiry", "PT5012", c => c.Remove("exp")),
        Time("no start", "PT5012", c => c.Remove("nbf")),
        Time("an expiry in words", "PT5012", c => c["exp"] = "never"),
        Time("a negative start", "PT5012", c => c["nbf"] = -1),
        Time("an expiry beyond the calendar", "PT5012", c => c["exp"] = "99999999999999999999"),
        Time("an exponent as expiry", "PT5012", c => c["exp"] = JsonNode.Parse("1e300")),
        Time("a list of expiries", "PT5012", c => c["exp"] = new JsonArray(Forge.Expires)),
        Time("an expiry with a sign", "PT5012", c => c["exp"] = "+" + Forge.Expires),
        Time("an expiry in other digits", "PT5012", c => c["exp"] = "\u0661\u0662\u0663"),
        Time("an expired token", "PT5031", c => (c["nbf"], c["exp"]) = (Seconds(-9), Seconds(-1))),
        Time("a token from the future", "PT5030", c => (c["nbf"], c["exp"]) = (Seconds(1), Seconds(9))),
        Time("a lifetime turned round", "PT5032", c => (c["nbf"], c["exp"]) = (Seconds(1), Seconds(-1))),
        new("3.10", "an expired actor token in a fresh user token", "lifetime", "PT5031", () => Forge.User(actor: Forge.Actor(c =>
        {
            Delegable(c);
            (c["nbf"], c["exp"]) = (Seconds(-9), Seconds(-1));
        })))
        {
            Twin = () => Forge.User(),
        },
        new("3.10", "a fresh actor token in an expired user token", "userTokenLifetime", "PT5031", () => Forge.User(c => (c["nbf"], c["exp"]) = (Seconds(-9), Seconds(-1)))) { Twin = () => Forge.User() },
        new("3.10", "a user token that never expires", "userTokenLifetime", "PT5012", () => Forge.User(c => c.Remove("exp"))) { Twin = () => Forge.User() },
    ];

    private static HostileCase Type(string name, Action<JsonObject> header) =>
        new("3.11", name, "header", "PT5005", () => Forge.Actor(header: header));

    private static HostileCase Kind(string name, string stage, string code, Func<string> token) => new("3.12", name, stage, code, token);

    /// <summary>The twin says the same with JSON numbers, which is as good.</summary>
    private static HostileCase Time(string name, string code, Action<JsonObject> claims) =>
        new("3.10", name, "lifetime", code, () => Forge.Actor(claims))
        {
            Twin = () => Forge.Actor(c => (c["nbf"], c["exp"]) = (Scene.Now.ToUnixTimeSeconds(), Scene.Now.AddHours(1).ToUnixTimeSeconds())),
        };

    private static void Delegable(JsonObject claims) => claims["trustedfordelegation"] = "true";

    private static JsonNode Seconds(int hours) => Scene.Now.AddHours(hours).ToUnixTimeSeconds();
}
