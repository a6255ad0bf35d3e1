using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace PartnerTrust.Trust.Tests.Tokens.Hostile;

/// <summary>Writes tokens by hand, byte by byte where an attack needs it: from Lync (key 0) to Exchange, unless changed.</summary>
internal static class Forge
{
    /// <summary>Key 3: a real certificate that nobody trusts.</summary>
    public const int Attacker = 3;

    public static string Issued { get; } = Seconds(Scene.Now);

    public static string Expires { get; } = Seconds(Scene.Now.AddHours(8));

    /// <summary>A signed token of the application, good but for the changes.</summary>
    public static string Actor(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, int key = 0)
    {
        var changedHeader = SignedHeader(key);
        header?.Invoke(changedHeader);
        var changedClaims = ActorClaims();
        claims?.Invoke(changedClaims);
        return Sign(changedHeader.ToJsonString(), changedClaims.ToJsonString(), key);
    }

    /// <summary>An unsigned user token around a good actor token, good but for the changes.</summary>
    public static string User(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, string? actor = null)
    {
        var changedHeader = new JsonObject { ["typ"] = "JWT", ["alg"] = "none" };
        header?.Invoke(changedHeader);
        var changedClaims = UserClaims();
        changedClaims["actortoken"] = actor ?? Actor(c => c["trustedfordelegation"] = "true");
        claims?.Invoke(changedClaims);
        return $"{Encode(changedHeader.ToJsonString())}.{Encode(changedClaims.ToJsonString())}.";
    }

    /// <summary>A user token around an actor token that is changed after it was made for users.</summary>
    public static string UserAround(Func<string, string> change) => User(actor: change(Actor(c => c["trustedfordelegation"] = "true")));

    public static JsonObject SignedHeader(int key = 0) => new() { ["typ"] = "JWT", ["alg"] = "RS256", ["x5t"] = Certs.Public(key).Thumbprint.X5t };

    public static JsonObject ActorClaims() => new()
    {
        ["aud"] = Scene.ToExchange.ToString(),
        ["iss"] = Scene.Lync.Issuer,
        ["nbf"] = Issued,
        ["exp"] = Expires,
        ["nameid"] = Scene.Lync.Issuer,
    };

    public static JsonObject UserClaims() => new()
    {
        ["aud"] = Scene.ToExchange.ToString(),
        ["iss"] = Scene.Lync.Issuer,
        ["nbf"] = Issued,
        ["exp"] = Expires,
        ["nameid"] = Scene.Ken.NameId,
        ["smtp"] = Scene.Ken.Smtp,
        ["sip"] = Scene.Ken.Sip,
    };

    public static string Sign(string header, string claims, int key = 0) => Sign(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(claims), key);

    public static string Sign(byte[] header, byte[] claims, int key = 0) =>
        Sign(header, claims, bytes => SignWith(key, bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Sign(byte[] header, byte[] claims, Func<byte[], byte[]> sign)
    {
        var input = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";
        return $"{input}.{Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(input)))}";
    }

    /// <summary>A good header and good claims under an algorithm of the attacker's choice.</summary>
    public static string SignedAs(string algorithm, Func<byte[], byte[]> sign)
    {
        var header = SignedHeader();
        header["alg"] = algorithm;
        return Sign(Encoding.UTF8.GetBytes(header.ToJsonString()), Encoding.UTF8.GetBytes(ActorClaims().ToJsonString()), sign);
    }

    public static byte[] SignWith(int key, byte[] bytes, HashAlgorithmName hash, RSASignaturePadding padding)
    {
        using var rsa = Certs.Key(key).OpenKey();
        return rsa.SignData(bytes, hash, padding);
    }

    public static string Encode(string text) => Base64UrlEncoder.Encode(text);

    public static string[] Parts(string token) => token.Split('.');

    /// <summary>The token with other claims and the old signature.</summary>
    public static string ReplaceClaims(string token, Action<JsonObject> change) => ReplaceSegment(token, 1, change);

    /// <summary>The token with another header and the old signature.</summary>
    public static string ReplaceHeader(string token, Action<JsonObject> change) => ReplaceSegment(token, 0, change);

    public static string ReplaceSignature(string token, Func<byte[], byte[]> change)
    {
        var parts = Parts(token);
        return $"{parts[0]}.{parts[1]}.{Base64UrlEncoder.Encode(change(Base64UrlEncoder.DecodeBytes(parts[2])))}";
    }

    private static string ReplaceSegment(string token, int index, Action<JsonObject> change)
    {
        var parts = Parts(token);
        var members = JsonNode.Parse(Base64UrlEncoder.Decode(parts[index]))!.AsObject();
        change(members);
        parts[index] = Encode(members.ToJsonString());
        return string.Join('.', parts);
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
