using System.Text;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.4 inputs validated before they are used, 3.7 UTF-8.</summary>
internal static class FormCases
{
    public static IEnumerable<HostileCase> All() =>
    [
        Case("nothing", "PT5001", () => ""),
        Case("more than is read", "PT5001", () => Forge.Actor(c => c["pad"] = new string('x', 70_000))),
        Case("dots only", "PT5003", () => "a.."),
        Case("two empty segments", "PT5004", () => ".."),
        Case("two segments", "PT5002", () => Forge.Actor()[..Forge.Actor().LastIndexOf('.')]),
        Case("four segments", "PT5002", () => Forge.Actor() + "."),
        Case("five segments, as if encrypted", "PT5002", () => Forge.Actor() + ".a.a"),
        Case("a line break in front", "PT5003", () => "\r\n" + Forge.Actor()),
        Case("padding", "PT5003", () => Forge.Actor() + "=="),
        Case("the alphabet of plain base64", "PT5003", () => Forge.Parts(Forge.Actor())[0] + ".a+/a." + Forge.Parts(Forge.Actor())[2]),
        Case("a letter that only looks like one", "PT5003", () => Forge.Actor().Replace('e', '\u0435')),
        Case("a segment of impossible length", "PT5003", () => Forge.Actor() + "aaa"),
        Json("a list for claims", () => "[]"),
        Json("a string for claims", () => "\"claims\""),
        Json("nothing for claims", () => ""),
        Json("claims with a tail", () => Good + "{}"),
        Json("claims cut short", () => Good[..^1]),
        Json("a comment in the claims", () => Good[..^1] + "/**/}"),
        Json("a comma too many", () => Good[..^1] + ",}"),
        Json("single quotes", () => Good.Replace('"', '\'')),
        Json("the audience twice", () => Good[..^1] + ",\"aud\":\"x\"}"),
        Json("the issuer twice, once escaped", () => Good[..^1] + ",\"\\u0069ss\":\"x\"}"),
        Json("nested beyond reason", () => Good[..^1] + ",\"a\":" + new string('[', 5000) + new string(']', 5000) + "}"),
        Json("a lone surrogate", () => Good.Replace("nameid\":\"", "nameid\":\"\\ud800", StringComparison.Ordinal)),
        Case("the algorithm twice in the header", "PT5004", () => Forge.Sign($$"""{"alg":"none","typ":"JWT","alg":"RS256","x5t":"{{Certs.Public(0).Thumbprint.X5t}}"}""", Good)),
        Case("a list for header", "PT5004", () => Forge.Sign("[]", Good)),
        Text("claims in UTF-16", Encoding.Unicode.GetBytes(Good)),
        Text("claims in UTF-32", Encoding.UTF32.GetBytes(Good)),
        Text("a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]),
        Text("an overlong slash", Bytes(",\"a\":\"", [0xC0, 0xAF], "\"}")),
        Text("half a character", Bytes(",\"a\":\"", [0xE2, 0x82], "\"}")),
        Text("a surrogate in UTF-8", Bytes(",\"a\":\"", [0xED, 0xA0, 0x80], "\"}")),
        new("3.4", "an actor token of two segments inside", "actorToken", "PT5002", () => Forge.UserAround(actor => actor[..actor.LastIndexOf('.')])) { Twin = () => Forge.User() },
        new("3.4", "an actor token that is no text", "actorToken", "PT5008", () => Forge.User(c => c["actortoken"] = 1)) { Twin = () => Forge.User() },
        new("3.4", "an actor token that is JSON itself", "actorToken", "PT5002", () => Forge.User(actor: Good)) { Twin = () => Forge.User() },
    ];

    private static string Good { get; } = Forge.ActorClaims().ToJsonString();

    private static HostileCase Case(string name, string code, Func<string> token) => new("3.4", name, "form", code, token);

    private static HostileCase Json(string name, Func<string> claims) =>
        Case(name, "PT5004", () => Forge.Sign(Forge.SignedHeader().ToJsonString(), claims()));

    private static HostileCase Text(string name, byte[] claims) =>
        Case(name, "PT5004", () => Forge.Sign(Encoding.UTF8.GetBytes(Forge.SignedHeader().ToJsonString()), claims)) with
        {
            Section = "3.7",
            Twin = () => Forge.Actor(c => c["a"] = "h\u00e9 \u20ac \ud83d\ude00"),
        };

    private static byte[] Bytes(string before, byte[] middle, string after) =>
        [.. Encoding.UTF8.GetBytes(Good[..^1] + before), .. middle, .. Encoding.UTF8.GetBytes(after)];
}
