using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.Values;

namespace PartnerTrust.Deployment.State;

/// <summary>One resource as version 3 of the deployment format writes it; what is empty is left out.</summary>
internal static class ResourceJson
{
    public static JsonObject Write(ResourceState state, ISecretCipher cipher)
    {
        var json = new JsonObject { ["urn"] = state.Urn, ["custom"] = state.Custom };
        Add(json, "id", state.Id);
        json["type"] = state.Type;
        if (state.Inputs.Count > 0)
        {
            json["inputs"] = PropertyJson.Write(state.Inputs, cipher);
        }

        if (state.Outputs.Count > 0)
        {
            json["outputs"] = PropertyJson.Write(state.Outputs, cipher);
        }

        Add(json, "parent", state.Parent);
        Add(json, "provider", state.Provider);
        Add(json, "dependencies", state.Dependencies);
        if (state.PropertyDependencies.Count > 0)
        {
            json["propertyDependencies"] = new JsonObject(
                state.PropertyDependencies.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)List(entry.Value))));
        }

        Add(json, "delete", state.Delete);
        Add(json, "external", state.External);
        Add(json, "protect", state.Protect);
        Add(json, "retainOnDelete", state.RetainOnDelete);
        Add(json, "pendingReplacement", state.PendingReplacement);
        Add(json, "refreshBeforeUpdate", state.RefreshBeforeUpdate);
        Add(json, "initErrors", state.InitErrors);
        Add(json, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        Add(json, "aliases", state.Aliases);
        Add(json, "ignoreChanges", state.IgnoreChanges);
        Add(json, "replaceOnChanges", state.ReplaceOnChanges);
        Add(json, "hideDiff", state.HideDiff);
        if (state.Timeouts != CustomTimeouts.None)
        {
            json["customTimeouts"] = WriteTimeouts(state.Timeouts);
        }

        Add(json, "importID", state.ImportId);
        Add(json, "deletedWith", state.DeletedWith);
        Add(json, "replaceWith", state.ReplaceWith);
        if (state.ReplacementTrigger is { } trigger)
        {
            json["replacementTrigger"] = PropertyJson.Write(trigger, cipher);
        }

        Add(json, "created", state.Created?.ToString("O", CultureInfo.InvariantCulture));
        Add(json, "modified", state.Modified?.ToString("O", CultureInfo.InvariantCulture));
        return json;
    }

    public static ResourceState Read(JsonNode json, ISecretCipher cipher) => new()
    {
        Urn = Text(json, "urn"),
        Type = Text(json, "type"),
        Custom = Flag(json, "custom"),
        Id = Text(json, "id"),
        Inputs = PropertyJson.ReadMap(json["inputs"], cipher),
        Outputs = PropertyJson.ReadMap(json["outputs"], cipher),
        Parent = Text(json, "parent"),
        Provider = Text(json, "provider"),
        Dependencies = Texts(json["dependencies"]),
        PropertyDependencies = (json["propertyDependencies"] as JsonObject ?? [])
            .ToImmutableSortedDictionary(entry => entry.Key, entry => Texts(entry.Value), StringComparer.Ordinal),
        Delete = Flag(json, "delete"),
        External = Flag(json, "external"),
        Protect = Flag(json, "protect"),
        RetainOnDelete = Flag(json, "retainOnDelete"),
        PendingReplacement = Flag(json, "pendingReplacement"),
        RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
        InitErrors = Texts(json["initErrors"]),
        AdditionalSecretOutputs = Texts(json["additionalSecretOutputs"]),
        Aliases = Texts(json["aliases"]),
        IgnoreChanges = Texts(json["ignoreChanges"]),
        ReplaceOnChanges = Texts(json["replaceOnChanges"]),
        HideDiff = Texts(json["hideDiff"]),
        Timeouts = ReadTimeouts(json["customTimeouts"]),
        ImportId = Text(json, "importID"),
        DeletedWith = Text(json, "deletedWith"),
        ReplaceWith = Texts(json["replaceWith"]),
        ReplacementTrigger = json["replacementTrigger"] is { } trigger ? PropertyJson.Read(trigger, cipher) : null,
        Created = Time(json, "created"),
        Modified = Time(json, "modified"),
    };

    private static void Add(JsonObject json, string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            json[key] = text;
        }
    }

    private static void Add(JsonObject json, string key, bool flag)
    {
        if (flag)
        {
            json[key] = true;
        }
    }

    private static void Add(JsonObject json, string key, ImmutableArray<string> texts)
    {
        if (texts.Length > 0)
        {
            json[key] = List(texts);
        }
    }

    private static JsonArray List(ImmutableArray<string> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static string Text(JsonNode json, string key) => json[key]?.ToString() ?? "";

    private static bool Flag(JsonNode json, string key) => json[key] is JsonValue flag && flag.TryGetValue<bool>(out var set) && set;

    private static ImmutableArray<string> Texts(JsonNode? json) => json is JsonArray list ? [.. list.Select(item => item?.ToString() ?? "")] : [];

    private static DateTimeOffset? Time(JsonNode json, string key) =>
        json[key] is { } text ? DateTimeOffset.Parse(text.ToString(), CultureInfo.InvariantCulture) : null;

    private static JsonObject WriteTimeouts(CustomTimeouts timeouts)
    {
        var json = new JsonObject();
        if (timeouts.Create > 0)
        {
            json["create"] = timeouts.Create;
        }

        if (timeouts.Update > 0)
        {
            json["update"] = timeouts.Update;
        }

        if (timeouts.Delete > 0)
        {
            json["delete"] = timeouts.Delete;
        }

        if (timeouts.Read > 0)
        {
            json["read"] = timeouts.Read;
        }

        return json;
    }

    private static CustomTimeouts ReadTimeouts(JsonNode? json) => json is null
        ? CustomTimeouts.None
        : new CustomTimeouts(Seconds(json, "create"), Seconds(json, "update"), Seconds(json, "delete"), Seconds(json, "read"));

    private static double Seconds(JsonNode json, string key) => json[key]?.GetValue<double>() ?? 0;
}
