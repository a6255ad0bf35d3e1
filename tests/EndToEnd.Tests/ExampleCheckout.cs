using PartnerTrust.Deployment;
using PartnerTrust.Deployment.Commands;

namespace PartnerTrust.EndToEnd.Tests;

/// <summary>A checkout of the examples for one test: what is written there (state, data, settings) goes when the test ends. Programs in C# are
/// those that the solution built, and are not built again.</summary>
internal sealed class ExampleCheckout : IDisposable
{
    /// <param name="plugin">The folder of the plugin that the examples use; the one that was built where none is given.</param>
    public ExampleCheckout(string? plugin = null)
    {
        Directory.CreateSymbolicLink(Path.Combine(Root, "bin"), plugin ?? Path.GetDirectoryName(Checkout.Plugin)!);
        File.WriteAllText(Path.Combine(Root, "Makefile"), "build:\n\t@test -x bin/pulumi-resource-partnertrust\n");
        foreach (var folder in Example.Folders())
        {
            Copy(folder);
        }

        if (!PulumiCli.IsUsed)
        {
            AddTool("pulumi", $"exec dotnet '{Path.Combine(AppContext.BaseDirectory, "partnertrust-deployment.dll")}' \"$@\"");
        }

        // The packages of tests/Interop are those that the example asks for.
        AddTool("npm", "test \"$1\" = install -a -d node_modules/@pulumi/pulumi");
    }

    public static string Source => Path.Combine(Repository.Root, "examples");

    public string Root { get; } = Directory.CreateTempSubdirectory("partnertrust-examples-").FullName;

    private string Tools => Path.Combine(Root, "tools");

    public StringWriter Output { get; } = new();

    /// <summary>What a shell needs to find the tools and the plugin, and the tools their home.</summary>
    public (string Name, string Value)[] Environment =>
    [
        ("PATH", string.Join(Path.PathSeparator, Tools, Path.Combine(Root, "bin"), System.Environment.GetEnvironmentVariable("PATH"))),
        .. PulumiCli.IsUsed ? PulumiCli.Environment(Root) : [],
    ];

    public string Folder(string example) => Path.Combine(Root, "examples", example);

    public string Data(string example) => Path.Combine(Folder(example), ".partnertrust", "dev");

    public DeploymentHost Host(string example) => new(
        new HostOptions { Directory = Folder(example), ShowsDiff = true, SkipsPreview = true }, Output, TimeProvider.System, Interruption.None);

    public async Task<DeploymentResult> ExpectAsync(Task<DeploymentResult> command)
    {
        var result = await command;
        Assert.True(result.Succeeded, Output.ToString());
        return result;
    }

    /// <summary>Types a script as a newcomer would, in the folder of an example.</summary>
    public Task<(int Code, string Text)> TypeAsync(string example, string script) => Tool.RunAsync(
        "sh",
        ["-e", "-c", script],
        Folder(example),
        Environment);

    /// <summary>A command of the deployment host that is not asked through <see cref="Host"/>.</summary>
    public async Task CommandAsync(string example, params string[] arguments)
    {
        var runner = new CommandRunner(TextReader.Null, Output, Output, TimeProvider.System, Interruption.None);
        Assert.True(await runner.RunAsync([.. arguments, "--cwd", Folder(example)]) == 0, Output.ToString());
    }

    // Of a link only the link goes, not what it points to.
    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Copy(string folder)
    {
        var from = Path.Combine(Source, folder);
        var to = Directory.CreateDirectory(Folder(folder)).FullName;
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        if (File.Exists(Path.Combine(from, "package.json")))
        {
            Directory.CreateSymbolicLink(Path.Combine(to, "node_modules"), Path.Combine(Checkout.Interop, "node_modules"));
        }

        if (Directory.EnumerateFiles(from, "*.csproj").SingleOrDefault() is { } project)
        {
            RunBuilt(Path.Combine(to, "Pulumi.yaml"), Path.GetFileNameWithoutExtension(project));
        }
    }

    private void AddTool(string name, string command)
    {
        var path = Path.Combine(Directory.CreateDirectory(Tools).FullName, name);
        File.WriteAllText(path, $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void RunBuilt(string projectFile, string assembly)
    {
        var binary = Path.Combine(Repository.Root, "artifacts", "bin", assembly, "debug", assembly + ".dll");
        Assert.True(File.Exists(binary), $"{binary} is missing: build the solution");
        var text = File.ReadAllText(projectFile);
        Assert.Contains("\nruntime: dotnet\n", text, StringComparison.Ordinal);
        File.WriteAllText(
            projectFile,
            text.Replace("\nruntime: dotnet\n", $"\nruntime:\n  name: dotnet\n  options:\n    binary: {binary}\n", StringComparison.Ordinal));
    }
}
