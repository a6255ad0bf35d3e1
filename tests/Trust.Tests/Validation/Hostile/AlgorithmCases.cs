using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>3.1 algorithm verification, 3.2 appropriate algorithms, 3.5 strong keys, 3.6 no compression.</summary>
internal static class AlgorithmCases
{
    private static readonly byte[] Nothing = [];

    public static IEnumerable<HostileCase> All() =>
    [
        Case("unsigned, no application behind it", "actorToken", "PT5008", () => Forge.SignedAs("none", _ => Nothing)),
        Case("unsigned, with the old signature left on", "header", "PT5009", () => Forge.SignedAs("none", Rs256)),
        .. new[] { "None", "NONE", "nOnE", "none " }.Select(name =>
            Case($"\"{name}\" for none", "header", "PT5006", () => Forge.SignedAs(name, _ => Nothing))),
        Case("\"rs256\" in lower case", "header", "PT5006", () => Forge.SignedAs("rs256", Rs256)),
        Case("\"RS256\" with a blank", "header", "PT5006", () => Forge.SignedAs("RS256 ", Rs256)),
        Case(
            "HMAC with the public certificate as secret",
            "header",
            "PT5006",
            () => Forge.SignedAs("HS256", bytes => HMACSHA256.HashData(Der(), bytes))),
        Case("HMAC with the PEM text as secret", "header", "PT5006", () => Forge.SignedAs("HS256", bytes => HMACSHA256.HashData(Pem(), bytes))),
        Case("HMAC with an empty secret", "header", "PT5006", () => Forge.SignedAs("HS256", bytes => HMACSHA256.HashData(Nothing, bytes))),
        Case(
            "RS384",
            "header",
            "PT5006",
            () => Forge.SignedAs("RS384", bytes => Forge.SignWith(0, bytes, HashAlgorithmName.SHA384, RSASignaturePadding.Pkcs1))),
        Case(
            "RS512",
            "header",
            "PT5006",
            () => Forge.SignedAs("RS512", bytes => Forge.SignWith(0, bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1))),
        Case(
            "PS256",
            "header",
            "PT5006",
            () => Forge.SignedAs("PS256", bytes => Forge.SignWith(0, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        Case("ES256", "header", "PT5006", () => Forge.SignedAs("ES256", _ => new byte[64])),
        Case("no algorithm", "header", "PT5006", () => Forge.Actor(header: h => h.Remove("alg"))),
        Case("an empty algorithm", "header", "PT5006", () => Forge.Actor(header: h => h["alg"] = "")),
        Case("a number as algorithm", "header", "PT5006", () => Forge.Actor(header: h => h["alg"] = 256)),
        Case("a list of algorithms", "header", "PT5006", () => Forge.Actor(header: h => h["alg"] = new JsonArray("RS256", "none"))),
        Case(
            "RS256 announced, PSS made",
            "signature",
            "PT5028",
            () => Forge.SignedAs("RS256", bytes => Forge.SignWith(0, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss))),
        Inside("an unsigned actor token inside", "actorToken", "PT5006", () => Forge.User(actor: Forge.SignedAs("none", _ => Nothing))),
        Inside(
            "an actor token with HMAC inside",
            "actorToken",
            "PT5006",
            () => Forge.User(actor: Forge.SignedAs("HS256", bytes => HMACSHA256.HashData(Der(), bytes)))),
        Weak("3.5", "a trusted key of 1024 bits", certificate => certificate with { KeySize = 1024 }),
        Weak("3.2", "a trusted key that is not RSA", certificate => certificate with { KeyAlgorithm = "ECC" }),
        .. ForgeableKeyCases.All(),
        Case("compressed", "header", "PT5007", () => Forge.Actor(header: h => h["zip"] = "DEF")) with { Section = "3.6" },
        Case("encryption announced", "header", "PT5007", () => Forge.Actor(header: h => h["enc"] = "A256GCM")) with { Section = "3.6" },
        Inside("a compressed actor token inside", "actorToken", "PT5007", () => Forge.User(actor: Forge.Actor(header: h => h["zip"] = "DEF"))) with { Section = "3.6" },
    ];

    private static HostileCase Case(string name, string stage, string code, Func<string> token) => new("3.1", name, stage, code, token);

    private static HostileCase Inside(string name, string stage, string code, Func<string> token) =>
        Case(name, stage, code, token) with { Twin = () => Forge.User() };

    private static HostileCase Weak(string section, string name, Func<SigningCertificate, SigningCertificate> weaken) =>
        new(section, name, "signingKey", "PT5027", () => Forge.Actor())
        {
            State = Scene.State.With(Scene.LyncAtExchange with { TrustedKeys = [weaken(Certs.Public(0))] }),
        };

    private static byte[] Rs256(byte[] bytes) => Forge.SignWith(0, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    private static byte[] Der() => [.. Certs.Public(0).Der];

    private static byte[] Pem() => Encoding.ASCII.GetBytes(PemEncoding.WriteString("CERTIFICATE", Certs.Public(0).Der.AsSpan()));
}
