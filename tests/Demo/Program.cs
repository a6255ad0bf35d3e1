#pragma warning disable RS0030 // The demo is there to be read on the console.
using System.Runtime.CompilerServices;
using PartnerTrust.Demo;
using PartnerTrust.Deployment;

#if PULUMI_PACKAGE
const bool HasPulumiPackage = true;
#else
const bool HasPulumiPackage = false;
#endif

var root = FindRoot();
var project = Path.Combine(root, "examples", "two-way-trust");
var plugin = Path.Combine(root, "bin", "pulumi-resource-partnertrust" + (OperatingSystem.IsWindows() ? ".exe" : ""));
var work = Directory.CreateTempSubdirectory("partnertrust-demo-").FullName;
var data = Path.Combine(work, "data");

// Plugins inherit it: the demo leaves no trace in the example's folder.
Environment.SetEnvironmentVariable("PARTNERTRUST_DATA", data);

// The CLI writes the salt of a new stack's secrets into its settings.
var settings = Path.Combine(project, "Pulumi.dev.yaml");
var settingsBefore = await File.ReadAllTextAsync(settings);
try
{
    IDriver driver = HasPulumiPackage && PulumiDriver.IsInstalled
        ? new PulumiDriver(project, work, Console.Out)
        : new HostDriver(project, work, Console.Out);
    await new Story(driver, new Lab(plugin, data), Console.Out, TimeProvider.System).TellAsync();
    return 0;
}
catch (Exception problem) when (problem is DemoException or DeploymentException)
{
    await Console.Error.WriteLineAsync($"The demo failed: {problem.Message}");
    return 1;
}
finally
{
    await File.WriteAllTextAsync(settings, settingsBefore);
    Directory.Delete(work, recursive: true);
}

static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
