using System.Text.Json;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Trust.Metadata;

/// <summary>Refuses a document that discloses a private key in any place (domain.md 3.2): in a text, alone or beside the certificate, under a
/// telling name, or as a member of a JSON web key.</summary>
internal static class DisclosedKeys
{
    private const int Deepest = 4;

    private static readonly string[] TellingNames = ["privateKey", "private_key", "pfx", "pkcs12", "p12"];

    private static readonly string[] WebKeyMembers = ["d", "p", "q", "dp", "dq", "qi"];

    public static void Reject(JsonElement document)
    {
        if (Find(document, amongKeys: false, Deepest) is { } path)
        {
            throw new FaultException(FaultCatalogue.PrivateKeyPublished(path));
        }
    }

    /// <summary>The path to what discloses a key; null when nothing does.</summary>
    /// <param name="element">Where to look.</param>
    /// <param name="amongKeys">Whether members of the names that JSON web keys have are such.</param>
    /// <param name="depth">How often a text may stand in another.</param>
    public static string? Find(JsonElement element, bool amongKeys, int depth) => Find(element, "", amongKeys, depth);

    private static string? Find(JsonElement element, string path, bool amongKeys, int depth) => element.ValueKind switch
    {
        JsonValueKind.Object => Members(element, path, amongKeys || element.TryGetProperty("kty", out _), depth),
        JsonValueKind.Array => element.EnumerateArray().Index()
            .Select(entry => Find(entry.Item, $"{path}[{entry.Index}]", amongKeys, depth)).FirstOrDefault(found => found is not null),
        JsonValueKind.String => PrivateKeyText.Discloses(element.GetString()!, depth) ? path : null,
        _ => null,
    };

    private static string? Members(JsonElement element, string path, bool amongKeys, int depth)
    {
        foreach (var member in element.EnumerateObject().Where(member => member.Value.ValueKind != JsonValueKind.Null))
        {
            // A key that stands for a name is not shown as one.
            if (PrivateKeyText.Discloses(member.Name, depth))
            {
                return path;
            }

            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (Is(TellingNames, member.Name) || (amongKeys && Is(WebKeyMembers, member.Name)))
            {
                return memberPath;
            }

            if (Find(member.Value, memberPath, amongKeys || Is(["keys"], member.Name), depth) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static bool Is(string[] names, string name) => names.Contains(name, StringComparer.OrdinalIgnoreCase);
}
