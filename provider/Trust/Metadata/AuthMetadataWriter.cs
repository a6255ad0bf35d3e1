using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Writes the document as each product really does (domain.md 3.2): Exchange with everything, Lync in Exchange's shape,
/// SharePoint bare and with its own spelling, an authorization server without digests.</summary>
public static class AuthMetadataWriter
{
    public static string Write(AuthMetadataDocument document, ServerProduct product) => product switch
    {
        ServerProduct.SharePointServer => SharePoint(document).Replace("/", "\\/", StringComparison.Ordinal),
        ServerProduct.TokenServer => TokenServer(document),
        _ => Exchange(document),
    };

    private static string Exchange(AuthMetadataDocument document)
    {
        var json = new JObject();
        AddText(json, "id", document.Id);
        json["version"] = "1.0";
        AddText(json, "name", document.Name);
        json["realm"] = document.Realm;
        json["serviceName"] = document.ServiceName;
        json["issuer"] = document.Issuer;
        json["allowedAudiences"] = new JArray(document.AllowedAudiences);
        json["keys"] = new JArray(document.Keys.Select(ExchangeKey));
        json["endpoints"] = Endpoints(document);
        return json.ToString(Formatting.None);
    }

    private static JObject ExchangeKey(SigningCertificate key) => new()
    {
        ["usage"] = "signing",
        ["keyinfo"] = new JObject { ["x5t"] = key.Thumbprint.X5t },
        ["keyvalue"] = new JObject { ["type"] = "x509Certificate", ["value"] = Base64(key) },
    };

    private static string SharePoint(AuthMetadataDocument document) => new JObject
    {
        ["issuer"] = document.Issuer,
        ["keys"] = new JArray(document.Keys.Select(SharePointKey)),
        ["name"] = document.Name,
        ["serviceName"] = document.ServiceName,
    }.ToString(Formatting.None);

    private static JObject SharePointKey(SigningCertificate key) => new()
    {
        ["keyValue"] = new JObject { ["type"] = "x509certificate", ["value"] = Base64(key) },
        ["usage"] = "Signing",
    };

    private static string TokenServer(AuthMetadataDocument document)
    {
        var json = new JObject { ["version"] = "1.0" };
        AddText(json, "name", document.Name);
        json["realm"] = document.Realm;
        json["serviceName"] = document.ServiceName;
        json["issuer"] = document.Issuer;
        json["allowedAudiences"] = new JArray(document.AllowedAudiences);
        json["keys"] = new JArray(document.Keys.Select(TokenServerKey));
        json["endpoints"] = Endpoints(document);
        return json.ToString(Formatting.None);
    }

    private static JObject TokenServerKey(SigningCertificate key) => new()
    {
        ["usage"] = "Signing",
        ["keyValue"] = new JObject { ["type"] = "x509Certificate", ["value"] = Base64(key) },
    };

    private static JArray Endpoints(AuthMetadataDocument document) => new(document.Endpoints.Select(endpoint => new JObject
    {
        ["location"] = endpoint.Location,
        ["protocol"] = endpoint.Protocol,
        ["usage"] = endpoint.Usage,
    }));

    private static string Base64(SigningCertificate key) => Convert.ToBase64String(key.Der.AsSpan());

    private static void AddText(JObject json, string name, string text)
    {
        if (text.Length > 0)
        {
            json[name] = text;
        }
    }
}
