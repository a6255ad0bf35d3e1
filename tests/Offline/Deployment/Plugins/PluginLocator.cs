using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Plugins;

/// <summary>Where a provider's binary is: the folder that Pulumi.yaml names, or the search path (pulumi-protocol.md 1.1).</summary>
internal static class PluginLocator
{
    public static string FindBinary(ProjectFile project, string package)
    {
        if (project.PluginFolders.TryGetValue(package, out var folder))
        {
            return Candidates(folder, package).FirstOrDefault(File.Exists)
                ?? throw new DeploymentException(
                    $"Pulumi.yaml says that the plugin {package} is in {folder}, but there is no pulumi-resource-{package}");
        }

        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return path.SelectMany(directory => Candidates(directory, package)).FirstOrDefault(File.Exists)
            ?? throw new DeploymentException($"no plugin for the package '{package}': name its folder under plugins.providers in Pulumi.yaml");
    }

    private static IEnumerable<string> Candidates(string folder, string package) =>
        OperatingSystem.IsWindows()
            ? [Path.Combine(folder, $"pulumi-resource-{package}.exe"), Path.Combine(folder, $"pulumi-resource-{package}.cmd")]
            : [Path.Combine(folder, $"pulumi-resource-{package}")];
}
