using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Projects;

public sealed class ProjectDirectoryTests : IDisposable
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(20);

    private readonly string folder = Folders.Make("project");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Pulumi.yaml", "name: trust\nruntime: yaml\nmain: src\n")]
    [InlineData("Pulumi.yaml", "runtime:\n  name: dotnet\n# name: other\nname:   \"trust\"   # the project\n")]
    [InlineData("Pulumi.yml", "description: 'x'\r\nname: 'trust'\r\n")]
    [InlineData("Pulumi.json", """{ "runtime": "nodejs", "name": "trust" }""")]
    public void A_program_below_its_project_finds_it(string file, string content)
    {
        File.WriteAllText(Path.Combine(folder, file), content);

        Assert.Equal(folder, ProjectDirectory.Find(Below("src"), "trust"));
        Assert.Equal(folder, ProjectDirectory.Find(folder, "trust"));
        Assert.Equal(folder, ProjectDirectory.Find(Below("src"), null));
    }

    [Fact]
    public void Another_project_on_the_way_is_passed()
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), "name: trust\n");
        File.WriteAllText(Path.Combine(Below("src"), "Pulumi.yaml"), "name: other\n");

        Assert.Equal(folder, ProjectDirectory.Find(Below("src"), "trust"));
        Assert.Equal(Below("src"), ProjectDirectory.Find(Below("src"), null));
    }

    [Fact]
    public void Without_a_project_the_directory_is_that_of_the_start() =>
        Assert.Equal(Below("src"), ProjectDirectory.Find(Below("src"), "no such project"));

    [SkippableTheory]
    [InlineData("Pulumi.yaml")]
    [InlineData("Pulumi.json")]
    public async Task What_is_no_file_is_not_waited_for(string file)
    {
        Skip.If(OperatingSystem.IsWindows(), "Pipes lie in no directory there.");
        SpecialFiles.MakePipe(Path.Combine(folder, file));

        Assert.Equal(Below("src"), await Task.Run(() => ProjectDirectory.Find(Below("src"), "trust")).WaitAsync(AtOnce));
    }

    [Fact]
    public void A_broken_project_file_is_passed()
    {
        File.WriteAllText(Path.Combine(folder, "Pulumi.json"), "{");

        Assert.Equal(Below("src"), ProjectDirectory.Find(Below("src"), "trust"));
    }

    private string Below(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
}
