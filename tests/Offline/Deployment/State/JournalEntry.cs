using System.Text.Json.Nodes;

namespace PartnerTrust.Deployment.State;

/// <summary>One line of the journal: everything a step changes, at once or not at all.</summary>
internal sealed record JournalEntry
{
    public IReadOnlyList<(int Key, ResourceState State)> Put { get; init; } = [];

    public IReadOnlyList<int> Remove { get; init; } = [];

    public (int Key, PendingOperation Operation)? Begin { get; init; }

    public int? End { get; init; }

    public JsonObject Write(ISecretCipher cipher)
    {
        var json = new JsonObject();
        if (Put.Count > 0)
        {
            json["put"] = new JsonObject(Put.Select(put => KeyValuePair.Create($"{put.Key}", (JsonNode?)ResourceJson.Write(put.State, cipher))));
        }

        if (Remove.Count > 0)
        {
            json["remove"] = new JsonArray([.. Remove.Select(key => (JsonNode?)key)]);
        }

        if (Begin is { } begin)
        {
            json["begin"] = new JsonObject { ["key"] = begin.Key, ["operation"] = DeploymentJson.Write(begin.Operation, cipher) };
        }

        if (End is { } end)
        {
            json["end"] = end;
        }

        if (cipher.Salt is { } salt)
        {
            json["salt"] = salt;
        }

        return json;
    }

    public static JournalEntry Read(JsonNode json, ISecretCipher cipher) => new()
    {
        Put = [.. (json["put"] as JsonObject ?? []).Select(put => (int.Parse(put.Key, null), ResourceJson.Read(put.Value!, cipher)))],
        Remove = [.. (json["remove"] as JsonArray ?? []).Select(key => key!.GetValue<int>())],
        Begin = json["begin"] is { } begin ? (begin["key"]!.GetValue<int>(), DeploymentJson.ReadPending(begin["operation"]!, cipher)) : null,
        End = json["end"]?.GetValue<int>(),
    };

    public static string? Salt(IEnumerable<JsonNode> lines) =>
        lines.Select(line => line["salt"]?.ToString()).FirstOrDefault(salt => salt is not null);
}
