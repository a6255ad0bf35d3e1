using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartnerTrust.Architecture.Tests;

/// <summary>What is restored is what Directory.Packages.props says, down to what packages bring in themselves: the same everywhere and
/// always.</summary>
public sealed partial class PackageVersionTests
{
    // The .NET SDK chooses these.
    private static readonly string[] OfTheSdk = ["Microsoft.DotNet.ILCompiler", "Microsoft.NET.ILLink.Tasks", "runtime."];

    [Fact]
    public void Every_package_that_is_restored_is_pinned()
    {
        var pins = Pin().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props")))
            .Select(pin => $"{pin.Groups["name"].Value}/{pin.Groups["version"].Value}").ToHashSet(StringComparer.OrdinalIgnoreCase);
        var restored = Restored().ToList();

        Assert.NotEmpty(restored);
        Assert.DoesNotContain(
            restored, package => !pins.Contains(package) && !OfTheSdk.Any(own => package.StartsWith(own, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_version_floats() =>
        Assert.All(
            Pin().Matches(File.ReadAllText(Path.Combine(Repository.Root, "Directory.Packages.props"))),
            pin => Assert.All(pin.Groups["version"].Value, c => Assert.True(char.IsAsciiDigit(c) || c == '.', pin.Value)));

    [Fact]
    public void Advisories_are_asked_for_and_no_package_of_npm_runs_scripts_when_it_is_installed()
    {
        Assert.Contains(
            "<NuGetAudit>true</NuGetAudit>", File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.props")), StringComparison.Ordinal);
        var installs = new[] { "Makefile", "examples/two-way-trust-component/typescript/README.md" }
            .SelectMany(file => File.ReadAllLines(Path.Combine(Repository.Root, file)))
            .Where(line => NpmInstall().IsMatch(line)).ToList();
        Assert.NotEmpty(installs);
        Assert.All(installs, line => Assert.Contains("--ignore-scripts", line, StringComparison.Ordinal));
    }

    /// <summary>Of the projects that were restored here and do not build on the package Pulumi, whose own dependencies are its users' to
    /// choose.</summary>
    private static IEnumerable<string> Restored() =>
        from file in Directory.GetFiles(Path.Combine(Repository.Root, "artifacts", "obj"), "project.assets.json", SearchOption.AllDirectories)
        let packages = PackagesOf(file)
        where !file.Contains("Pulumi.PartnerTrust", StringComparison.Ordinal)
            && !packages.Any(package => package.StartsWith("Pulumi/", StringComparison.Ordinal))
        from package in packages
        select package;

    private static List<string> PackagesOf(string assets)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(assets));
        return [.. document.RootElement.GetProperty("libraries").EnumerateObject()
            .Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name)];
    }

    [GeneratedRegex("PackageVersion Include=\"(?<name>[^\"]+)\" Version=\"(?<version>[^\"]+)\"")]
    private static partial Regex Pin();

    [GeneratedRegex(@"\bnpm (ci|install)\b")]
    private static partial Regex NpmInstall();
}
