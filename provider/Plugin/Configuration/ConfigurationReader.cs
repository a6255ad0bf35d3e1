using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Reads the provider's settings in every form in which SDKs and stack configuration deliver them (pulumi-protocol.md 2.3).</summary>
internal sealed class ConfigurationReader(PackageSchema schema, Func<string, string?> environment)
{
    private static readonly string[] EngineKeys = ["version", "__internal", "pluginDownloadURL"];

    /// <summary>The settings in native form with defaults, and everything that is wrong with them.</summary>
    public (PropertyMap Settings, IReadOnlyList<Fault> Faults) Read(PropertyMap given)
    {
        var (settings, faults, _) = Check(given);
        return (settings, faults);
    }

    /// <summary>The same, and the installation that the settings describe. Unknown parts are left out of it.</summary>
    public (Installation Installation, IReadOnlyList<Fault> Faults) ReadInstallation(PropertyMap given)
    {
        var (settings, faults, emptyLists) = Check(given);
        var all = faults.ToList();
        var installation = new InstallationReader(all, emptyLists).Read(settings);
        return (installation, SecretTexts.In(settings).Hide([.. all]));
    }

    private (PropertyMap Settings, IReadOnlyList<Fault> Faults, IReadOnlyList<PropertyPath> EmptyLists) Check(PropertyMap given)
    {
        var faults = new List<Fault>();
        var own = EngineKeys.Aggregate(ProofSetting.InWords(given), (settings, key) => settings.Remove(key));
        var checker = new ValueChecker(ValueFormats.NativeOrJsonText, environment, faults);
        var settings = checker.CheckObject(own, schema.Provider.Inputs, PropertyPath.Root);
        return (settings, [.. faults.Select(AsSetting)], checker.EmptyLists);
    }

    private Fault AsSetting(Fault fault) => fault.Code == "PT1001" && schema.Provider.Inputs.Required.Contains(fault.Property)
        ? FaultCatalogue.SettingMissing(fault.Property)
        : fault;
}
