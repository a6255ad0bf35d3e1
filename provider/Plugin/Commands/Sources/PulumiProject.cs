using System.Collections.Immutable;
using System.Text;
using PartnerTrust.Engines.Files;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;
using YamlDotNet.Core;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>A Pulumi project's directory, with the configuration of its stacks, as the files have it. What is encrypted, or comes from an
/// environment of Pulumi ESC, is not there.</summary>
/// <param name="directory">Where <c>Pulumi.yaml</c> is.</param>
internal sealed class PulumiProject(string directory)
{
    private const int LongestFile = 4 * 1024 * 1024;
    private const string Stores = ".partnertrust";
    private const string Prefix = PackageSchema.PackageName + ":";
    private static readonly string[] ProjectFiles = ["Pulumi.yaml", "Pulumi.yml"];

    public string Directory { get; } = directory;

    /// <summary>The nearest project, from a directory upwards; null where there is none.</summary>
    public static PulumiProject? Find(string directory)
    {
        for (var candidate = Path.GetFullPath(directory); candidate is not null; candidate = Path.GetDirectoryName(candidate))
        {
            if (ProjectFiles.Any(name => File.Exists(Path.Combine(candidate, name))))
            {
                return new PulumiProject(candidate);
            }
        }

        return null;
    }

    /// <summary>The stacks that have a file of configuration or a data directory, in order of name.</summary>
    public ImmutableArray<string> ListStacks()
    {
        var configured = Entries(ConfigurationDirectory, System.IO.Directory.EnumerateFiles)
            .Where(name => name.StartsWith("Pulumi.", StringComparison.Ordinal) && Path.GetExtension(name) is ".yaml" or ".yml")
            .Select(name => Path.GetFileNameWithoutExtension(name)["Pulumi".Length..].TrimStart('.'));
        var deployed = Entries(Path.Combine(Directory, Stores), System.IO.Directory.EnumerateDirectories);
        return [.. configured.Concat(deployed).Where(name => name.Length > 0).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The settings of the package, without the prefix: the stack's own, and those that the project gives to all its stacks.</summary>
    /// <param name="stack">The stack; <c>organization/project/name</c> is as good as its name.</param>
    /// <exception cref="FaultException">A file cannot be read.</exception>
    public PropertyMap ReadSettings(string stack)
    {
        var own = Read(FileOf(stack));
        var project = Read(ProjectFile);
        return PropertyMap.Of(SettingsIn(project).Select(setting => KeyValuePair.Create(setting.Key, DefaultOf(setting.Value)))
            .Concat(SettingsIn(own))
            .GroupBy(setting => setting.Key, StringComparer.Ordinal)
            .Select(same => same.Last())
            .Where(setting => !IsEncrypted(setting.Value)));
    }

    /// <summary>Whether some settings of the stack may come from an environment of Pulumi ESC.</summary>
    public bool HasEnvironment(string stack) => Read(FileOf(stack)).ContainsKey("environment");

    /// <summary>Where the embedded engine keeps a stack's data, unless its configuration names another place.</summary>
    public string DefaultDataDirectory(string stack) => Path.Combine(Directory, Stores, NameOf(stack));

    private static string NameOf(string stack) => stack[(stack.LastIndexOf('/') + 1)..];

    private string ProjectFile =>
        ProjectFiles.Select(name => Path.Combine(Directory, name)).FirstOrDefault(File.Exists) ?? Path.Combine(Directory, ProjectFiles[0]);

    private string ConfigurationDirectory =>
        Read(ProjectFile).Text("stackConfigDir") is { Length: > 0 } named ? Path.Combine(Directory, named) : Directory;

    private string FileOf(string stack)
    {
        var yaml = Path.Combine(ConfigurationDirectory, $"Pulumi.{NameOf(stack)}.yaml");
        return File.Exists(yaml) ? yaml : Path.ChangeExtension(yaml, ".yml") is var other && File.Exists(other) ? other : yaml;
    }

    private static IEnumerable<KeyValuePair<string, PropertyValue>> SettingsIn(PropertyMap file) =>
        file.TryGetValue("config", out var config) && config is PropertyMap settings
            ? settings.Where(setting => setting.Key.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(setting => KeyValuePair.Create(setting.Key[Prefix.Length..], setting.Value))
            : [];

    /// <summary>A project may give a value as it is, or as one of a declaration.</summary>
    private static PropertyValue DefaultOf(PropertyValue declared) => declared is PropertyMap declaration
        ? declaration.TryGetValue("value", out var value) ? value
            : declaration.TryGetValue("default", out var usual) ? usual
            : declared
        : declared;

    private static bool IsEncrypted(PropertyValue value) => value is PropertyMap { Count: 1 } map && map.ContainsKey("secure");

    /// <summary>Nothing of a file that is not there.</summary>
    private static PropertyMap Read(string path)
    {
        if (!File.Exists(path))
        {
            return PropertyMap.Empty;
        }

        try
        {
            return YamlSettings.Read(Encoding.UTF8.GetString(RegularFile.Read(path, LongestFile)).TrimStart('\uFEFF'));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or YamlException)
        {
            throw new FaultException(FaultCatalogue.FileUnreadable("--stack", path, unreadable.Message.TrimEnd('.')), unreadable);
        }
    }

    private static IEnumerable<string> Entries(string directory, Func<string, IEnumerable<string>> list) =>
        System.IO.Directory.Exists(directory) ? list(directory).Select(path => Path.GetFileName(path)) : [];
}
