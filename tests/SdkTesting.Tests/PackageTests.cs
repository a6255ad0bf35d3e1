using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Pulumi.PartnerTrust.Testing.Tests;

/// <summary>What a user gets who installs a package: nothing else of this repository is on their machine.</summary>
public sealed class PackageTests
{
    private static readonly string[] EngineProjects = ["Emulator/PartnerTrust.Emulator", "Engines/PartnerTrust.Engines", "Network/PartnerTrust.Network", "Plugin/PartnerTrust.Plugin", "Protocol/PartnerTrust.Protocol", "Reports/PartnerTrust.Reports", "Trust/PartnerTrust.Trust"];

    [Fact]
    public async Task The_sdk_tells_which_plugin_it_needs_and_where_to_get_it()
    {
        // What is built for the tests is one framework of possibly two, of which packing would warn.
        using var package = await PackedProject.PackAsync("provider/Sdk", "TargetFrameworks=net10.0", "TreatWarningsAsErrors=false");
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
        Assert.NotEmpty(package.Text("README.md"));
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
        Assert.Contains("Pulumi.PartnerTrust", package.Dependencies);
        Assert.Empty(EngineProjects.SelectMany(PackagesOf).Except([.. package.Dependencies, .. BroughtByPulumi]));
        Assert.Contains("Microsoft.AspNetCore.App", package.FrameworkReferences);
        Assert.NotEmpty(package.Text("README.md"));
    }

    /// <summary>The stand-in for the package Pulumi is the only one that brings no such thing.</summary>
    private static string[] BroughtByPulumi =>
        typeof(Deployment).Assembly.GetReferencedAssemblies().Any(assembly => assembly.Name == "PartnerTrust.Protocol") ? [] : ["Google.Protobuf"];

    private static IEnumerable<string> PackagesOf(string project) =>
        from reference in XDocument.Load(Path.Combine(Repository.Root, "provider", $"{project}.csproj")).Descendants("PackageReference")
        where (string?)reference.Attribute("PrivateAssets") != "all"
        select (string)reference.Attribute("Include")!;
}
