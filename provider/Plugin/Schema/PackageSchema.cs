using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace PartnerTrust.Plugin.Schema;

/// <summary>The package as <c>schema.json</c> describes it. The text is parsed at the first question about it, and a resource at the first
/// question about that resource, so that a plugin that only answers a handshake pays for neither.</summary>
public sealed class PackageSchema
{
    public const string PackageName = "partnertrust";

    private readonly Lazy<string> text;
    private readonly Lazy<SchemaReader> reader;
    private readonly ConcurrentDictionary<string, ResourceSchema?> resources = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FunctionSchema?> functions = new(StringComparer.Ordinal);
    private readonly Lazy<ResourceSchema> provider;

    private PackageSchema(Func<string> load)
    {
        text = new Lazy<string>(load);
        reader = new Lazy<SchemaReader>(() => new SchemaReader(JsonDocument.Parse(text.Value).RootElement));
        provider = new Lazy<ResourceSchema>(() => reader.Value.Provider());
    }

    /// <summary>The schema that is built into the plugin.</summary>
    public static PackageSchema BuiltIn { get; } = new(ReadResource);

    public string Text => text.Value;

    public ResourceSchema Provider => provider.Value;

    public static PackageSchema Parse(string json) => new(() => json);

    /// <summary>Null for a token that the package does not have.</summary>
    public ResourceSchema? FindResource(string token) => resources.GetOrAdd(token, static (token, self) => self.reader.Value.Resource(token), this);

    /// <summary>Null for a token that the package does not have.</summary>
    public FunctionSchema? FindFunction(string token) => functions.GetOrAdd(token, static (token, self) => self.reader.Value.Function(token), this);

    public IEnumerable<string> ResourceTokens() => reader.Value.Tokens("resources");

    public IEnumerable<string> FunctionTokens() => reader.Value.Tokens("functions");

    /// <summary>Every value that a property of an enumerated type may have.</summary>
    public IEnumerable<string> Choices() => reader.Value.Choices();

    private static string ReadResource()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("schema.json")!;
        using var content = new StreamReader(stream, Encoding.UTF8);
        return content.ReadToEnd();
    }
}
