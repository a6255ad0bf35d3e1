using System.ComponentModel;
using System.Diagnostics;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>The examples whose language may not be installed: their names always, their syntax where its own tool is there.</summary>
public sealed class OtherLanguageExampleTests
{
    private const string ReadModules = "const fs = require('fs'), vm = require('vm'); for (const file of process.argv.slice(1)) new vm.SourceTextModule(fs.readFileSync(file, 'utf8'), { identifier: file })";

    private const string ReadPython = "import ast, sys; [ast.parse(open(file).read(), file) for file in sys.argv[1:]]";

    public static TheoryData<SchemaExample> Examples { get; } = new(new[] { "typescript", "python", "go" }.SelectMany(SchemaExample.In));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_names_only_what_the_package_has(SchemaExample example) =>
        Assert.Empty(Spelling.Of(example.Language).Strangers(example.Code));

    [Theory]
    [InlineData(
        "typescript",
        "const a = new partnertrust.Certificate(\"a\", {\n    serverName: \"x\",\n});\nexport const b = a.colour;",
        "Certificate serverName colour")]
    [InlineData(
        "python",
        "a = partnertrust.Certificate(\"a\",\n    serverName=\"x\",\n    source={\n        \"validityDays\": 1,\n    },\n)\nb = a.colour",
        "Certificate serverName validityDays colour")]
    [InlineData(
        "go",
        "a, err := partnertrust.NewCertificate(ctx, \"a\", &partnertrust.CertificateArgs{\n    server: \"x\",\n})\nb := a.Colour",
        "NewCertificate CertificateArgs server Colour")]
    public void A_strange_name_is_seen(string language, string code, string names) =>
        Assert.Equal(names.Split(' '), Spelling.Of(language).Strangers(code));

    /// <summary>The TypeScript examples declare no types, so that they are modules of JavaScript too.</summary>
    [SkippableTheory]
    [InlineData("typescript", "node", "--experimental-vm-modules", "-e", ReadModules)]
    [InlineData("python", "python3", "-c", ReadPython)]
    [InlineData("go", "gofmt", "-e", "-l")]
    public async Task Every_example_is_read_by_its_own_language(string language, string tool, params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("partnertrust-examples-");
        var files = SchemaExample.In(language).Select((example, index) => (Name: Path.Combine(folder.FullName, $"example{index}"), example.Code))
            .ToList();
        foreach (var (name, code) in files)
        {
            await File.WriteAllTextAsync(name, code);
        }

        var (exitCode, errors) = await RunAsync(tool, [.. arguments, .. files.Select(file => file.Name)]);
        folder.Delete(recursive: true);
        Assert.True(exitCode == 0, errors);
    }

    private static async Task<(int ExitCode, string Errors)> RunAsync(string tool, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await Task.WhenAll(output, process.WaitForExitAsync());
            return (process.ExitCode, errors);
        }
        catch (Win32Exception)
        {
            throw new SkipException($"{tool} is not installed");
        }
    }
}
