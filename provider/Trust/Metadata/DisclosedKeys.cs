using System.Text.Json;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Refuses a document that discloses a private key in any place (domain.md 3.2): as PEM text, under a telling name, as a member of a
/// JSON web key, or as the bytes of one among the keys, whatever they are said to be for.</summary>
internal static class DisclosedKeys
{
    private static readonly string[] TellingNames = ["privateKey", "pfx", "pkcs12"];

    private static readonly string[] WebKeyMembers = ["d", "p", "q", "dp", "dq", "qi"];

    public static void Reject(JsonElement document) => Reject(document, "", amongKeys: false);

    private static void Reject(JsonElement element, string path, bool amongKeys)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                RejectMembers(element, path, amongKeys || element.TryGetProperty("kty", out _));
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in element.EnumerateArray().Index())
                {
                    Reject(item, $"{path}[{index}]", amongKeys);
                }

                break;
            case JsonValueKind.String when IsPrivate(element.GetString()!, amongKeys):
                throw new FaultException(FaultCatalogue.PrivateKeyPublished(path));
        }
    }

    private static void RejectMembers(JsonElement element, string path, bool amongKeys)
    {
        foreach (var member in element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (Is(TellingNames, member.Name) || (amongKeys && Is(WebKeyMembers, member.Name)))
            {
                throw new FaultException(FaultCatalogue.PrivateKeyPublished(memberPath));
            }

            Reject(member.Value, memberPath, amongKeys || Is(["keys"], member.Name));
        }
    }

    private static bool Is(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool IsPrivate(string text, bool amongKeys)
    {
        if (text.Contains("PRIVATE KEY-----", StringComparison.Ordinal))
        {
            return true;
        }

        var bytes = new byte[amongKeys ? text.Length : 0];
        return amongKeys && Convert.TryFromBase64String(text, bytes, out var length)
            && (PrivateKeyShape.Matches(bytes.AsMemory(0, length)) || bytes.AsSpan(0, length).IndexOf("PRIVATE KEY-----"u8) >= 0);
    }
}
