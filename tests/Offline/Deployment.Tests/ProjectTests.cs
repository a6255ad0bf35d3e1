using PartnerTrust.Deployment.Commands;
using PartnerTrust.Deployment.Projects;

namespace PartnerTrust.Deployment.Tests;

public sealed class ProjectTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("partnertrust-project-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_project_and_its_stack_are_read_as_pulumi_writes_them()
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), """
            name: trust
            runtime:
              name: dotnet
              options:
                binary: out/trust.dll
            plugins:
              providers:
                - name: partnertrust
                  path: ../bin
            config:
              region: { default: north }
            """);
        File.WriteAllText(Path.Combine(folder, "Pulumi.dev.yaml"), """
            config:
              partnertrust:servers:
                - fqdn: a.example
                  trusted: true
              partnertrust:shell: "007"
              trust:password:
                secure: planted
              count: 12
            """);

        var project = ProjectFile.Load(folder);
        var stack = StackConfiguration.Load(project, "dev");

        Assert.Equal(("trust", "dotnet", "out/trust.dll"), (project.Name, project.Runtime, project.RuntimeOptions["binary"]));
        Assert.Equal(Path.GetFullPath(Path.Combine(folder, "../bin")), project.PluginFolders["partnertrust"]);
        Assert.Equal("""[{"fqdn":"a.example","trusted":true}]""", stack.Values["partnertrust:servers"].Text);
        Assert.Equal("007", stack.Values["partnertrust:shell"].Text);
        Assert.Equal(new ConfigValue("planted", true), stack.Values["trust:password"]);
        Assert.Equal("12", stack.Values["trust:count"].Text);
        Assert.Equal("north", stack.Values["trust:region"].Text);
        Assert.Equal(["servers", "shell"], stack.Of("partnertrust").Select(value => value.Key));
    }

    [Fact]
    public async Task A_folder_without_a_project_is_an_error_without_a_stack_trace()
    {
        var errors = new StringWriter();

        var code = await new CommandRunner(TextReader.Null, TextWriter.Null, errors, TimeProvider.System, Interruption.None)
            .RunAsync(["preview", "--cwd", folder]);

        Assert.Equal((int)DeploymentEnd.Error, code);
        Assert.Equal($"error: no Pulumi.yaml found in {folder}{Environment.NewLine}", errors.ToString());
    }

    [Theory]
    [InlineData("urn:pulumi:dev::p::a:b:C$d:e:F::n::m", "d:e:F", "n::m")]
    [InlineData("urn:pulumi:dev::p::d:e:F::n", "d:e:F", "n")]
    public void A_name_may_hold_separators(string urn, string type, string name) => Assert.Equal((type, name), (Urns.Type(urn), Urns.Name(urn)));
}
