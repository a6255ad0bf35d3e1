using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pulumi.PartnerTrust.Tests.Examples;

/// <summary>The C# examples, each a whole program, against the SDK that is built here.</summary>
public sealed class CSharpExampleTests
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll")
            .Append(typeof(Deployment).Assembly.Location)
            .Append(typeof(Provider).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Quiet, as in every build, about an SDK that was built for an older framework.</summary>
    private static readonly CSharpCompilationOptions Options = new CSharpCompilationOptions(
        OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable)
        .WithSpecificDiagnosticOptions(
            [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)]);

    public static TheoryData<SchemaExample> Examples { get; } = new(SchemaExample.In("csharp"));

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_compiles_without_a_warning(SchemaExample example) => Assert.Empty(Compile(example.Code));

    [Fact]
    public void What_is_misspelt_does_not_compile() =>
        Assert.NotEmpty(Compile(SchemaExample.In("csharp")[0].Code.Replace("Server =", "Servr =", StringComparison.Ordinal)));

    private static IEnumerable<string> Compile(string code) => CSharpCompilation
        .Create("Example", [CSharpSyntaxTree.ParseText(code)], References, Options)
        .GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.ToString());
}
