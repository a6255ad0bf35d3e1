using System.Reflection;

namespace PartnerTrust.Plugin.Session;

/// <summary>The version of this build, without the commit that build servers append.</summary>
internal static class PluginVersion
{
    public static string Text { get; } =
        Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
