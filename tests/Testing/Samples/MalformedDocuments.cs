using System.Text;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Testing.Samples;

/// <summary>Documents that must be refused, each with the number that must say so.</summary>
public static class MalformedDocuments
{
    private static readonly string[] WrongValues = ["1", "true", "{}", "[]", "1.5e3", "[[]]", "{\"a\":1}"];

    public static string Good { get; } = AuthMetadataWriter.Write(
        AuthMetadata.Of(
            Estate.Exchange, null, new(null, Certs.Public(0), Certs.Public(1), Certs.Now.AddDays(3)), Estate.Exchange.MetadataUrl, Certs.Now),
        ServerProduct.ExchangeServer);

    public static IReadOnlyList<(string Name, string Code, byte[] Content)> All { get; } =
        [.. NotDocuments(), .. NotJson(), .. WrongTypes(), .. WrongIssuers(), .. WrongKeys(), .. Private(), .. Excess(), .. Truncated()];

    private static IEnumerable<(string, string, byte[])> NotDocuments()
    {
        string[] pages = ["<html><body>Sign in</body></html>", "<!DOCTYPE html>", "<!doctype html><html>", " \r\n<html>", "<h1>Not found</h1>", "<", "<!-- -->", "\uFEFF<html>"];
        foreach (var page in pages)
        {
            yield return Text($"page {page}", "PT3005", page);
        }

        string[] xml = ["<?xml version=\"1.0\"?><EntityDescriptor/>", "<EntityDescriptor entityID=\"x\"/>", "\uFEFF<?xml version=\"1.0\"?>"];
        foreach (var document in xml)
        {
            yield return Text($"xml {document}", "PT3006", document);
        }

        foreach (var empty in new[] { "", " ", "\r\n\t", "\uFEFF", "\uFEFF  " })
        {
            yield return Text($"empty {Convert.ToHexString(Encoding.UTF8.GetBytes(empty))}", "PT3020", empty);
        }

        foreach (var scalar in new[] { "null", "true", "false", "1", "\"text\"", "[]", "[{}]", "-0.5" })
        {
            yield return Text($"scalar {scalar}", "PT3009", scalar);
        }
    }

    private static IEnumerable<(string, string, byte[])> NotJson()
    {
        string[] texts =
        [
            "{", "}", "{]", "{'issuer':'a@b'}", "{issuer:1}", "{\"a\":1,}", "{\"a\" 1}", "{\"a\":}", "{\"a\":01}", "{\"a\":+1}", "{\"a\":.5}", "{\"a\":NaN}",
            "{\"a\":undefined}", "{\"a\":\"\t\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":1}{\"b\":2}", "{\"a\":1} x", "// note\n{}", "/* note */{}",
            "{\"a\":1 /* note */}", "nul", "tru", "\"text", "Server Error", "{\"a\":\"b}", "{\"a\":0x10}", "{\"a\":Infinity}", "{\"a\":1e}", "[1,2", "(function(){})()",
            ")]}'\n{}", "callback({})", "\u0000{}", "{\"a\":1;}", "{\"a\"=1}", "{,}", "{\"a\":1,,\"b\":2}", "{\"a\":tRue}",
        ];
        foreach (var text in texts)
        {
            yield return Text($"not json {text}", "PT3007", text);
        }

        yield return ("invalid utf-8 in a text", "PT3007", [.. "{\"issuer\":\""u8, 0xC3, 0x28, .. "\"}"u8]);
        yield return ("overlong utf-8", "PT3007", [.. "{\"issuer\":\""u8, 0xC0, 0xAF, .. "\"}"u8]);
        yield return ("utf-16", "PT3007", Encoding.Unicode.GetBytes(Good));
        yield return ("utf-16 with mark", "PT3007", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Good)]);
        yield return ("utf-32", "PT3007", Encoding.UTF32.GetBytes(Good));
        yield return ("gzip", "PT3007", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]);
        yield return ("half a surrogate pair", "PT3007", Encoding.UTF8.GetBytes(
            Good.Replace("\"Exchange\"", "\"\\ud800\"", StringComparison.Ordinal)));
        yield return ("half a pair in a name", "PT3007", Encoding.UTF8.GetBytes("{\"\\udc00\":1}"));
    }

    private static IEnumerable<(string, string, byte[])> WrongTypes()
    {
        foreach (var wrong in WrongValues)
        {
            foreach (var field in new[] { "issuer", "realm", "serviceName", "name", "id" })
            {
                yield return With($"{field}={wrong}", "PT3011", d => d[field] = JToken.Parse(wrong));
            }
        }

        foreach (var wrong in new[] { "1", "true", "{}", "\"text\"", "{\"0\":{}}" })
        {
            foreach (var field in new[] { "keys", "endpoints", "allowedAudiences" })
            {
                yield return With($"{field}={wrong}", "PT3011", d => d[field] = JToken.Parse(wrong));
            }
        }

        foreach (var wrong in new[] { "1", "null", "[]", "true", "\"text\"" })
        {
            yield return With($"key {wrong}", "PT3011", d => d["keys"]![0] = JToken.Parse(wrong));
            yield return With($"endpoint {wrong}", "PT3011", d => d["endpoints"]![0] = JToken.Parse(wrong));
        }

        foreach (var wrong in new[] { "1", "[]", "true", "\"text\"" })
        {
            yield return With($"keyvalue {wrong}", "PT3011", d => d["keys"]![0]!["keyvalue"] = JToken.Parse(wrong));
            yield return With($"keyinfo {wrong}", "PT3011", d => d["keys"]![0]!["keyinfo"] = JToken.Parse(wrong));
        }

        foreach (var wrong in new[] { "1", "{}", "[]", "true" })
        {
            yield return With($"value {wrong}", "PT3011", d => d["keys"]![0]!["keyvalue"]!["value"] = JToken.Parse(wrong));
            yield return With($"type {wrong}", "PT3011", d => d["keys"]![0]!["keyvalue"]!["type"] = JToken.Parse(wrong));
            yield return With($"usage {wrong}", "PT3011", d => d["keys"]![0]!["usage"] = JToken.Parse(wrong));
            yield return With($"x5t {wrong}", "PT3011", d => d["keys"]![0]!["keyinfo"]!["x5t"] = JToken.Parse(wrong));
            yield return With($"location {wrong}", "PT3011", d => d["endpoints"]![0]!["location"] = JToken.Parse(wrong));
            yield return With($"audience {wrong}", "PT3011", d => d["allowedAudiences"]![0] = JToken.Parse(wrong));
        }
    }

    private static IEnumerable<(string, string, byte[])> WrongIssuers()
    {
        yield return With("no issuer", "PT3012", d => d.Remove("issuer"));
        yield return With("null issuer", "PT3012", d => d["issuer"] = null);
        yield return With("empty issuer", "PT3012", d => d["issuer"] = "");
        yield return With("blank issuer", "PT3012", d => d["issuer"] = "  ");
        yield return Text("empty object", "PT3012", "{}");
        foreach (var issuer in new[] { "litwareinc.com", "@litwareinc.com", "00000002-0000-0ff1-ce00-000000000000@", "@", "a b@c", "a@b c", "a\n@c", "a@\u0000b" })
        {
            yield return With($"issuer {issuer}", "PT3013", d => d["issuer"] = issuer);
        }

        yield return With("another service name", "PT3019", d => d["serviceName"] = "00000003-0000-0ff1-ce00-000000000000");
        yield return With("an empty service name", "PT3019", d => d["serviceName"] = "");
        foreach (var field in new[] { "issuer", "Issuer", "ISSUER" })
        {
            yield return Text(
                $"issuer and {field}", "PT3010", Good.Replace("{\"id\"", $"{{\"{field}\":\"evil@litwareinc.com\",\"id\"", StringComparison.Ordinal));
        }

        yield return Text("value twice", "PT3010", Good.Replace("\"keyvalue\":{", "\"keyvalue\":{\"Type\":\"x\",", StringComparison.Ordinal));
        yield return Text(
            "key value in two spellings", "PT3010", Good.Replace("\"keyvalue\":{", "\"keyValue\":{},\"keyvalue\":{", StringComparison.Ordinal));
    }

    private static IEnumerable<(string, string, byte[])> WrongKeys()
    {
        yield return With("no keys", "PT3014", d => d.Remove("keys"));
        yield return With("null keys", "PT3014", d => d["keys"] = null);
        yield return With("empty keys", "PT3014", d => d["keys"] = new JArray());
        yield return EveryKey("other usage", "PT3014", k => k["usage"] = "encryption");
        yield return EveryKey("other type", "PT3014", k => k["keyvalue"]!["type"] = "rsa");
        yield return EveryKey("no value", "PT3014", k => ((JObject)k["keyvalue"]!).Remove("value"));
        yield return EveryKey("null value", "PT3014", k => k["keyvalue"]!["value"] = null);
        yield return EveryKey("no key value", "PT3014", k => k.Remove("keyvalue"));
        yield return EveryKey("empty entry", "PT3014", k => k.RemoveAll());
        string[] values = ["", " ", "AAAA", "!!!!", "MII", "TUlJ", "MIIB", "====", "-----BEGIN CERTIFICATE-----", "https://host/cert.cer", "AQIDBA==", "MAA=", "MA==", "\u00e4"];
        foreach (var value in values)
        {
            yield return EveryKey($"value '{value}'", "PT3017", k => k["keyvalue"]!["value"] = value);
        }

        var der = Certs.Public(0).Der.ToArray();
        for (var part = 1; part < 10; part++)
        {
            var cut = Convert.ToBase64String(der, 0, der.Length * part / 10);
            yield return EveryKey($"a tenth part {part} of a certificate", "PT3017", k => k["keyvalue"]!["value"] = cut);
        }

        string[] digests = ["", "x", "enh9BJrVPU5ijV1qjZjV-fL2bco", new string('A', 27), new string('A', 28), "7A787D049AD53D4E628D5D6A8D98D5F9F2F66DCA", "enh9BJrVPU5ijV1qjZjV+fL2bco"];
        foreach (var digest in digests)
        {
            yield return EveryKey($"x5t {digest}", "PT3016", k => k["keyinfo"]!["x5t"] = digest);
        }

        yield return EveryKey("weak RSA", "PT3023", k => UseKey(k, KeyMaterial.Weak));
        yield return EveryKey("elliptic curve", "PT3023", k => UseKey(k, KeyMaterial.Elliptic));
    }

    private static IEnumerable<(string, string, byte[])> Private()
    {
        foreach (var (name, value) in KeyMaterial.Private)
        {
            yield return EveryKey($"private {name}", "PT3015", k => k["keyvalue"]!["value"] = value);
            yield return With($"private {name} for another use", "PT3015", d => ((JArray)d["keys"]!).Add(
                new JObject { ["usage"] = "encryption", ["keyValue"] = new JObject { ["type"] = "private", ["value"] = value } }));
            yield return With(
                $"private {name} where nobody reads", "PT3015", d => d["extensions"] = new JArray(new JObject { ["backup"] = new JArray(1, value) }));
            yield return With($"private {name} as a name", "PT3015", d => d["name"] = value);
            yield return With($"private {name} as the name of a field", "PT3015", d => d["endpoints"]![0]![value] = true);
        }

        foreach (var (name, value) in KeyMaterial.Public)
        {
            yield return EveryKey($"public {name}", "PT3017", k => k["keyvalue"]!["value"] = value);
        }

        yield return With("private key beside the keys", "PT3015", d => d["PrivateKey"] = "c2VjcmV0");
        yield return With(
            "private JSON web key beside the keys", "PT3015", d => d["jwks"] = new JArray(new JObject { ["kty"] = "RSA", ["d"] = "c2VjcmV0" }));

        foreach (var field in new[] { "privateKey", "PrivateKey", "private_key", "p12", "d", "p", "q", "dp", "dq", "qi", "pfx" })
        {
            yield return EveryKey($"field {field}", "PT3015", k => k["keyvalue"]![field] = "c2VjcmV0");
            yield return EveryKey($"entry field {field}", "PT3015", k => k[field] = "c2VjcmV0");
        }
    }

    private static IEnumerable<(string, string, byte[])> Excess()
    {
        yield return ("larger than the limit", "PT3004", [.. Encoding.UTF8.GetBytes(Good), .. Enumerable.Repeat((byte)' ', 1024 * 1024)]);
        yield return ("huge text", "PT3004", Encoding.UTF8.GetBytes($"{{\"name\":\"{new string('a', 2 * 1024 * 1024)}\"}}"));
        foreach (var depth in new[] { 33, 64, 1000, 400_000 })
        {
            yield return Text($"{depth} deep arrays", "PT3008", "{\"a\":" + new string('[', depth) + new string(']', depth) + "}");
            yield return Text($"{depth} deep and open", "PT3008", new string('[', depth));
        }

        yield return Text("deep objects", "PT3008", string.Concat(Enumerable.Repeat("{\"a\":", 40)) + "1" + new string('}', 40));
        yield return With("65 keys", "PT3018", d => d["keys"] = new JArray(Enumerable.Repeat(d["keys"]![0]!, 65).Select(k => k.DeepClone())));
        yield return With("100,000 audiences", "PT3018", d => d["allowedAudiences"] = new JArray(Enumerable.Repeat("a", 100_000)));
        yield return With(
            "65 endpoints", "PT3018", d => d["endpoints"] = new JArray(Enumerable.Repeat(d["endpoints"]![0]!, 65).Select(k => k.DeepClone())));
        foreach (var field in new[] { "issuer", "realm", "name", "id", "serviceName" })
        {
            yield return With($"long {field}", "PT3022", d => d[field] = new string('a', 3000));
        }
    }

    private static IEnumerable<(string, string, byte[])> Truncated()
    {
        var bytes = Encoding.UTF8.GetBytes(Good);
        for (var part = 1; part < 40; part++)
        {
            yield return ($"cut at {part}/40", "PT3007", bytes[..(bytes.Length * part / 40)]);
        }
    }

    private static void UseKey(JObject key, byte[] der)
    {
        key.Remove("keyinfo");
        key["keyvalue"]!["value"] = Convert.ToBase64String(der);
    }

    private static (string, string, byte[]) EveryKey(string name, string code, Action<JObject> change) => With(name, code, d =>
    {
        foreach (var key in d["keys"]!.Children<JObject>())
        {
            change(key);
        }
    });

    private static (string, string, byte[]) With(string name, string code, Action<JObject> change)
    {
        var document = JObject.Parse(Good);
        change(document);
        return Text(name, code, document.ToString());
    }

    private static (string, string, byte[]) Text(string name, string code, string text) => (name, code, Encoding.UTF8.GetBytes(text));
}
