#pragma warning disable RS0030 // The demo is there to be read on the console.
using System.Runtime.CompilerServices;
using PartnerTrust.Demo;
using PartnerTrust.Demo.Stages;
using PartnerTrust.Deployment;

#if PULUMI_PACKAGE
const bool HasPulumiPackage = true;
#else
const bool HasPulumiPackage = false;
#endif

var engine = args is [{ Length: > 0 } named] ? named : "embedded";
var root = FindRoot();
var example = Path.Combine(root, "examples", "two-way-trust");
var plugin = Path.Combine(root, "bin", "pulumi-resource-partnertrust" + (OperatingSystem.IsWindows() ? ".exe" : ""));
var work = Directory.CreateTempSubdirectory("partnertrust-demo-").FullName;
try
{
    await using IStage stage = engine switch
    {
        "embedded" => new EmbeddedStage(example, work),
        "powerShell" => await PowerShellStage.OpenAsync(root, example, work),
        _ => throw new DemoException($"there is no engine '{engine}': make demo ENGINE=embedded, or ENGINE=powerShell"),
    };
    IDriver driver = HasPulumiPackage && PulumiDriver.IsInstalled
        ? new PulumiDriver(stage, work, Console.Out)
        : new HostDriver(stage, work, Console.Out);
    await new Story(driver, stage, new Lab(plugin, stage.Data), Console.Out, TimeProvider.System).TellAsync();
    return 0;
}
catch (Exception problem) when (problem is DemoException or DeploymentException)
{
    await Console.Error.WriteLineAsync($"The demo failed: {problem.Message}");
    return 1;
}
finally
{
    Directory.Delete(work, recursive: true);
}

static string FindRoot([CallerFilePath] string thisFile = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
