using System.Globalization;
using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.State;

/// <summary>A snapshot as the <c>deployment</c> object of version 3.</summary>
internal static class DeploymentJson
{
    public static JsonObject Write(Snapshot snapshot, ISecretCipher cipher, DateTimeOffset now)
    {
        var resources = new JsonArray([.. snapshot.Resources.Select(resource => (JsonNode)ResourceJson.Write(resource, cipher))]);
        var pending = new JsonArray([.. snapshot.Pending.Select(operation => (JsonNode)Write(operation, cipher))]);
        var json = new JsonObject
        {
            ["manifest"] = new JsonObject { ["time"] = now.ToString("O", CultureInfo.InvariantCulture), ["magic"] = "", ["version"] = "" },
        };
        if (cipher.Salt is { } salt)
        {
            json["secrets_providers"] = new JsonObject { ["type"] = "passphrase", ["state"] = new JsonObject { ["salt"] = salt } };
        }

        json["resources"] = resources;
        if (pending.Count > 0)
        {
            json["pending_operations"] = pending;
        }

        json["metadata"] = new JsonObject();
        return json;
    }

    public static Snapshot Read(JsonNode? json, ISecretCipher cipher) => json is null
        ? Snapshot.Empty
        : new Snapshot(
            [.. Items(json, "resources").Select(resource => ResourceJson.Read(resource, cipher))],
            [.. Items(json, "pending_operations").Select(operation => ReadPending(operation, cipher))]);

    public static string? Salt(JsonNode? json) => json?["secrets_providers"]?["state"]?["salt"]?.ToString();

    public static JsonObject Write(PendingOperation operation, ISecretCipher cipher) =>
        new() { ["resource"] = ResourceJson.Write(operation.Resource, cipher), ["type"] = operation.Type };

    public static PendingOperation ReadPending(JsonNode json, ISecretCipher cipher) =>
        new(json["type"]?.ToString() ?? "", ResourceJson.Read(json["resource"]!, cipher));

    private static IEnumerable<JsonNode> Items(JsonNode json, string key) => (json[key] as JsonArray ?? []).OfType<JsonNode>();
}
