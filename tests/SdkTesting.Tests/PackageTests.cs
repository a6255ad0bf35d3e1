using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Pulumi.PartnerTrust.Testing.Tests;

/// <summary>What a user gets who installs a package: nothing else of this repository is on their machine.</summary>
public sealed class PackageTests
{
    private static readonly string[] EngineProjects = ["Emulator/PartnerTrust.Emulator", "Engines/PartnerTrust.Engines", "Network/PartnerTrust.Network", "Plugin/PartnerTrust.Plugin", "Protocol/PartnerTrust.Protocol", "Reports/PartnerTrust.Reports", "Trust/PartnerTrust.Trust"];

    /// <summary>On nuget.org ids that begin with <c>Pulumi.</c> are reserved.</summary>
    [Theory]
    [InlineData("provider/Sdk", "PartnerTrust.Pulumi")]
    [InlineData("provider/Sdk/Testing", "PartnerTrust.Pulumi.Testing")]
    public async Task Anyone_may_publish_a_package_and_sees_whose_it_is(string project, string id)
    {
        using var package = project == "provider/Sdk" ? await PackSdkAsync() : await PackedProject.PackAsync(project);

        Assert.Equal(id, package.Metadata("id"));
        Assert.Equal("Apache-2.0", package.Metadata("license"));
        Assert.NotEmpty(package.Text("README.md"));
        Assert.True(package.Has(package.Metadata("icon")!));
        Assert.Contains(package.Files, file => file.EndsWith(".snupkg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_commit_makes_the_same_packages()
    {
        using var once = await PackSdkAsync();
        using var again = await PackSdkAsync();

        Assert.Equal(2, once.Files.Count);
        Assert.All(once.Files.Zip(again.Files), pair => Assert.Equal(File.ReadAllBytes(pair.First), File.ReadAllBytes(pair.Second)));
    }

    [Fact]
    public async Task The_sdk_tells_which_plugin_it_needs_and_where_to_get_it()
    {
        using var package = await PackSdkAsync();
        var schema = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema.json")))!;
        var expected = new JsonObject
        {
            ["resource"] = true,
            ["name"] = schema["name"]!.DeepClone(),
            ["version"] = schema["version"]!.DeepClone(),
            ["server"] = schema["pluginDownloadURL"]!.DeepClone(),
        };
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(package.Text("content/pulumi-plugin.json"))));
        Assert.Equal((string?)schema["version"], package.Text("content/version.txt"));
        Assert.Equal(["Pulumi.PartnerTrust.dll", "Pulumi.PartnerTrust.xml"], package.FilesIn("lib/net10.0"));
    }

    [Fact]
    public async Task The_mocks_bring_the_engine_and_name_all_that_it_needs()
    {
        using var package = await PackedProject.PackAsync("provider/Sdk/Testing");
        Assert.Equal(
            [
                "PartnerTrust.Emulator.dll", "PartnerTrust.Engines.dll", "PartnerTrust.Network.dll", "PartnerTrust.Protocol.dll", "PartnerTrust.Reports.dll",
                "PartnerTrust.Trust.dll",
                "Pulumi.PartnerTrust.Testing.dll", "Pulumi.PartnerTrust.Testing.xml", "pulumi-resource-partnertrust.dll",
            ],
            package.FilesIn("lib/net10.0"));
        Assert.Contains("PartnerTrust.Pulumi", package.Dependencies);
        Assert.Empty(EngineProjects.SelectMany(PackagesOf).Except([.. package.Dependencies, .. BroughtByPulumi]));
        Assert.Contains("Microsoft.AspNetCore.App", package.FrameworkReferences);
    }

    // What is built for the tests is one framework of possibly two, of which packing would warn.
    private static Task<PackedProject> PackSdkAsync() =>
        PackedProject.PackAsync("provider/Sdk", "TargetFrameworks=net10.0", "TreatWarningsAsErrors=false");

    /// <summary>The stand-in for the package Pulumi is the only one that brings no such thing.</summary>
    private static string[] BroughtByPulumi =>
        typeof(Deployment).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "PartnerTrust.Protocol") ? [] : ["Google.Protobuf"];

    private static IEnumerable<string> PackagesOf(string project) =>
        from reference in XDocument.Load(Path.Combine(Repository.Root, "provider", $"{project}.csproj")).Descendants("PackageReference")
        where (string?)reference.Attribute("PrivateAssets") != "all"
        select (string)reference.Attribute("Include")!;
}
