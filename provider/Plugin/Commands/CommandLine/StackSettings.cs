using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.CommandLine;

/// <summary>Reads the provider's settings out of what <c>pulumi config --json</c> writes: <c>{"partnertrust:KEY": {"value": TEXT}}</c>. Secrets
/// without <c>--show-secrets</c> have no value there, and are settings that are not given.</summary>
internal static class StackSettings
{
    private const string Prefix = PackageSchema.PackageName + ":";

    /// <param name="settings">The package's settings, without the prefix.</param>
    /// <param name="environment">Variables, and where relative paths begin.</param>
    /// <exception cref="FaultException">The settings are refused.</exception>
    public static Installation Interpret(PropertyMap settings, SessionEnvironment environment)
    {
        var reader = new ConfigurationReader(environment.Schema, environment.Variable);
        var (installation, faults) = reader.ReadInstallation(settings);
        return faults.Where(fault => !fault.IsWarning).ToList() is { Count: > 0 } refused
            ? throw new FaultException([.. refused])
            : installation with { PowerShell = environment.Place(installation.PowerShell) };
    }

    /// <exception cref="FaultException">The file cannot be read.</exception>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllTextAsync(path, cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultCatalogue.FileUnreadable(ConfigOption.OptionName, path, unreadable.Message.TrimEnd('.')), unreadable);
        }
    }

    /// <summary>The package's settings in the text that <c>pulumi config --json</c> writes.</summary>
    /// <exception cref="FaultException">It is another text.</exception>
    public static PropertyMap Parse(string path, string text)
    {
        try
        {
            using var json = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            return PropertyMap.Of(JObject.Load(json).Properties()
                .Where(setting => setting.Name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(setting => (Key: setting.Name[Prefix.Length..], Value: (setting.Value as JObject)?["value"]))
                .Where(setting => setting.Value is { Type: JTokenType.String })
                .Select(setting => KeyValuePair.Create(setting.Key, (PropertyValue)(string)setting.Value!)));
        }
        catch (JsonException malformed)
        {
            throw new FaultException(
                FaultCatalogue.FileUnreadable(ConfigOption.OptionName, path, "it is not what \"pulumi config --json\" writes"), malformed);
        }
    }
}
