using System.Collections.Immutable;
using System.Text.Json.Nodes;
using PartnerTrust.Deployment.State;

namespace PartnerTrust.Deployment.Projects;

/// <summary>The settings of one stack by <c>namespace:key</c>: Pulumi.STACK.yaml over the defaults of Pulumi.yaml.</summary>
public sealed record StackConfiguration(ImmutableSortedDictionary<string, ConfigValue> Values)
{
    public static StackConfiguration Empty { get; } = new(ImmutableSortedDictionary.Create<string, ConfigValue>(StringComparer.Ordinal));

    public static StackConfiguration Load(ProjectFile project, string stack)
    {
        var values = Empty.Values.ToBuilder();
        foreach (var (key, value) in project.Config)
        {
            if (Default(value) is { } text)
            {
                values[Qualify(project, key)] = Read(text, null);
            }
        }

        var path = Path.Combine(project.Directory, $"Pulumi.{stack}.yaml");
        var yaml = File.Exists(path) ? YamlJson.ReadFile(path) : [];
        var cipher = new Lazy<ISecretCipher>(() => PassphraseCipher.Open(yaml["encryptionsalt"]?.ToString()
            ?? throw new DeploymentException($"{path} holds encrypted values but no encryptionsalt")));
        foreach (var (key, value) in yaml["config"] as JsonObject ?? [])
        {
            values[Qualify(project, key)] = Read(value, cipher);
        }

        return new StackConfiguration(values.ToImmutable());
    }

    /// <summary>The settings of one package, by key without the namespace.</summary>
    public IEnumerable<KeyValuePair<string, ConfigValue>> Of(string package) =>
        Values.Where(value => value.Key.StartsWith(package + ":", StringComparison.Ordinal))
            .Select(value => KeyValuePair.Create(value.Key[(package.Length + 1)..], value.Value));

    public string ToJson(string? package = null) => new JsonObject(Values
        .Where(value => package is null || value.Key.StartsWith(package + ":", StringComparison.Ordinal))
        .Select(value => KeyValuePair.Create(value.Key, (JsonNode?)JsonValue.Create(value.Value.Text)))).ToJsonString();

    public IEnumerable<string> SecretKeys => Values.Where(value => value.Value.IsSecret).Select(value => value.Key);

    private static JsonNode? Default(JsonNode? value) =>
        value is JsonObject described && (described.ContainsKey("default") || described.ContainsKey("value") || described.ContainsKey("type"))
            ? described["value"] ?? described["default"]
            : value;

    private static string Qualify(ProjectFile project, string key) => key.Contains(':', StringComparison.Ordinal) ? key : $"{project.Name}:{key}";

    private static ConfigValue Read(JsonNode? value, Lazy<ISecretCipher>? cipher)
    {
        var secret = false;
        var plain = Reveal(value, cipher, ref secret);
        return new ConfigValue(plain is JsonObject or JsonArray ? plain.ToJsonString() : plain?.ToString() ?? "", secret);
    }

    private static JsonNode? Reveal(JsonNode? value, Lazy<ISecretCipher>? cipher, ref bool secret)
    {
        switch (value)
        {
            case JsonObject { Count: 1 } box when box["secure"] is JsonValue text:
                secret = true;
                var encrypted = text.ToString();
                return encrypted.StartsWith("v1:", StringComparison.Ordinal) && cipher is not null ? cipher.Value.Decrypt(encrypted) : encrypted;
            case JsonObject map:
                var revealed = new JsonObject();
                foreach (var (key, item) in map)
                {
                    revealed[key] = Reveal(item, cipher, ref secret);
                }

                return revealed;
            case JsonArray list:
                var items = new JsonArray();
                foreach (var item in list)
                {
                    items.Add(Reveal(item, cipher, ref secret));
                }

                return items;
            default:
                return value?.DeepClone();
        }
    }
}
