using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Tests.World;

namespace PartnerTrust.Plugin.Tests.Projects;

/// <summary>A project with <c>main: src</c>: the plugin runs in <c>src</c>, and paths are the project's.</summary>
public sealed class RelativePathTests : IDisposable
{
    private const string Own = ".partnertrust/dev";
    private readonly string folder = Folders.Make("paths");

    private SessionEnvironment Environment => new(PackageSchema.BuiltIn, new FakeTimeProvider(), NullLoggerFactory.Instance, _ => null, folder)
    {
        WorkingDirectory = Path.Combine(folder, "src"),
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Files_and_data_are_looked_for_in_the_project()
    {
        Assert.Equal(Path.Combine(folder, "given.pfx"), Environment.PathOf("given.pfx"));
        Assert.Equal(Path.Combine(folder, Own), Environment.DataDirectoryOf(Own));
    }

    [Fact]
    public void A_store_that_lies_beside_the_program_is_used_while_the_project_has_none()
    {
        MakeStore(Path.Combine(folder, "src", Own));

        Assert.Equal(Path.Combine(folder, "src", Own), Environment.DataDirectoryOf(Own));

        MakeStore(Path.Combine(folder, Own));
        Assert.Equal(Path.Combine(folder, Own), Environment.DataDirectoryOf(Own));
    }

    private static void MakeStore(string directory) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(directory).FullName, "partnertrust.db"), "");
}
