using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The stack's settings of one namespace.</summary>
public sealed class Config
{
    private readonly string name;

    public Config(string? name = null) => this.name = name ?? Deployment.Instance.ProjectName;

    public string? Get(string key) => ProgramRun.Required.Settings.Config.GetValueOrDefault(FullKey(key));

    public bool? GetBoolean(string key) => Parse<bool>(key, "true or false", text => bool.TryParse(text, out var value) ? value : null);

    public int? GetInt32(string key) => Parse<int>(key, "an integer", text =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null);

    public T? GetObject<T>(string key) => Get(key) is { } text ? Deserialize<T>(key, text) : default;

    public string Require(string key) => Get(key) ?? throw Missing(key);

    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    public T RequireObject<T>(string key) => Deserialize<T>(key, Require(key))!;

    public Output<string>? GetSecret(string key) => Get(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<bool>? GetSecretBoolean(string key) => GetBoolean(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<int>? GetSecretInt32(string key) => GetInt32(key) is { } value ? Output.CreateSecret(value) : null;

    public Output<T>? GetSecretObject<T>(string key) => Get(key) is { } text ? Output.CreateSecret(Deserialize<T>(key, text)!) : null;

    public Output<string> RequireSecret(string key) => Output.CreateSecret(Require(key));

    public Output<bool> RequireSecretBoolean(string key) => Output.CreateSecret(RequireBoolean(key));

    public Output<int> RequireSecretInt32(string key) => Output.CreateSecret(RequireInt32(key));

    public Output<T> RequireSecretObject<T>(string key) => Output.CreateSecret(RequireObject<T>(key));

    private string FullKey(string key) => $"{name}:{key}";

    private T? Parse<T>(string key, string expected, Func<string, T?> parse)
        where T : struct =>
        Get(key) is { } text ? parse(text) ?? throw Malformed(key, expected, null) : null;

    private T? Deserialize<T>(string key, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text);
        }
        catch (JsonException exception)
        {
            throw Malformed(key, $"JSON for {typeof(T).Name}", exception);
        }
    }

    private RunException Missing(string key) => new(
        $"The stack has no value for '{FullKey(key)}'; set one with `pulumi config set {FullKey(key)} <value>`.");

    /// <summary>The value itself is not shown: it may be a secret.</summary>
    private RunException Malformed(string key, string expected, Exception? cause) =>
        new($"The stack's value for '{FullKey(key)}' is not {expected}.", cause);
}
