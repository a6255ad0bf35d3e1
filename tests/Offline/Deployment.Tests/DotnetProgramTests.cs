using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Tests;

public sealed class DotnetProgramTests
{
    [Fact]
    public async Task A_program_that_nobody_has_built_yet_is_built_and_run()
    {
        await using var workshop = await Workshop.OpenAsync();
        await WriteAsync("Pulumi.yaml", "name: test\nruntime: dotnet\n");
        await WriteAsync("Pulumi.dev.yaml", "config:\n  fake:region: north\n");
        await WriteAsync("Seven.cs", "return 7;\n");
        await WriteAsync("Seven.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
            </Project>
            """);

        var result = await new DeploymentHost(ProjectFile.Load(workshop.Folder), null, workshop.Options, workshop.Output, TimeProvider.System)
            .PreviewAsync();

        Assert.Contains(
            "the program exited with code 7", string.Join('\n', result.Log.Diagnostics.Select(said => said.Message)), StringComparison.Ordinal);

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(workshop.Folder, name), text);
    }
}
