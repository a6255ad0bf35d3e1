using System.Xml.Linq;

namespace PartnerTrust.Architecture.Tests;

/// <summary>The rooms and the direction in which they may know each other.</summary>
public sealed class ArrowTests
{
    [Theory]
    [InlineData("provider/Trust/PartnerTrust.Trust.csproj", "")]
    [InlineData("provider/Protocol/PartnerTrust.Protocol.csproj", "")]
    [InlineData("provider/Network/PartnerTrust.Network.csproj", "PartnerTrust.Trust")]
    [InlineData("provider/Emulator/PartnerTrust.Emulator.csproj", "PartnerTrust.Network PartnerTrust.Reports PartnerTrust.Trust")]
    [InlineData("provider/Engines/PartnerTrust.Engines.csproj", "PartnerTrust.Emulator PartnerTrust.Network PartnerTrust.Trust")]
    [InlineData("provider/Reports/PartnerTrust.Reports.csproj", "PartnerTrust.Trust")]
    [InlineData("provider/Plugin/PartnerTrust.Plugin.csproj", "PartnerTrust.Engines PartnerTrust.Protocol PartnerTrust.Reports")]
    [InlineData("provider/Sdk/Pulumi.PartnerTrust.csproj", "PulumiSdk")]
    [InlineData("tests/Offline/Deployment/PartnerTrust.Deployment.csproj", "PartnerTrust.Protocol")]
    [InlineData("tests/Offline/PulumiSdk/PulumiSdk.csproj", "PartnerTrust.Protocol")]
    [InlineData("tests/Offline/SdkGenerator/SdkGenerator.csproj", "")]
    [InlineData("tests/Offline/Verify/Verify.csproj", "")]
    [InlineData("tests/ErrorPages/PartnerTrust.ErrorPages.csproj", "PartnerTrust.Testing.Samples")]
    [InlineData("tests/Packing/PartnerTrust.Packing.csproj", "")]
    [InlineData("tests/Testing/Basics/PartnerTrust.Testing.Basics.csproj", "")]
    public void A_room_references_only_the_rooms_it_may_know(string project, string allowed)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Order(StringComparer.Ordinal);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Theory]
    [InlineData("provider/Trust", "PartnerTrust.Protocol", "PartnerTrust.Network", "PartnerTrust.Engines", "PartnerTrust.Plugin", "Google.Protobuf")]
    [InlineData("provider/Protocol", "PartnerTrust.Trust", "PartnerTrust.Engines", "PartnerTrust.Plugin")]
    [InlineData("provider/Network", "PartnerTrust.Protocol", "PartnerTrust.Emulator", "PartnerTrust.Engines", "PartnerTrust.Plugin", "Microsoft")]
    [InlineData("provider/Reports", "PartnerTrust.Protocol", "PartnerTrust.Network", "PartnerTrust.Emulator", "PartnerTrust.Engines", "PartnerTrust.Plugin")]
    [InlineData("provider/Emulator", "PartnerTrust.Protocol", "PartnerTrust.Engines", "PartnerTrust.Plugin", "Google.Protobuf", "Microsoft.Data")]
    [InlineData("provider/Engines", "PartnerTrust.Protocol", "PartnerTrust.Plugin", "Google.Protobuf")]
    public void A_room_names_nothing_beyond_its_arrows(string room, params string[] forbidden)
    {
        var offenders = Repository.SourceFiles(room)
            .Where(file => File.ReadLines(file).Any(line => line.TrimStart().StartsWith("using ", StringComparison.Ordinal)
                && forbidden.Any(name => line.Contains(name, StringComparison.Ordinal))))
            .Select(Repository.Relative);

        Assert.Empty(offenders);
    }

    /// <summary>What two of them need lies in a project that both reference.</summary>
    [Fact]
    public void No_project_compiles_the_sources_of_another()
    {
        var foreign = from folder in new[] { "provider", "tests", "examples" }
                      from project in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.csproj", SearchOption.AllDirectories)
                      from compiled in XDocument.Load(project).Descendants("Compile").Attributes("Include")
                      where compiled.Value.StartsWith("..", StringComparison.Ordinal)
                      select $"{Repository.Relative(project)}: {compiled.Value}";

        Assert.Empty(foreign);
    }

    /// <summary>The engine waits for the port: what reads commands is neither loaded nor called for it.</summary>
    [Fact]
    public void Only_commands_know_the_library_that_reads_them_and_only_the_program_knows_commands()
    {
        var offenders = from file in Repository.SourceFiles("provider")
                        let name = Repository.Relative(file)
                        where !name.StartsWith("provider/Plugin/Commands/", StringComparison.Ordinal)
                        from line in File.ReadLines(file)
                        where line.Contains("System.CommandLine", StringComparison.Ordinal)
                            || (name != "provider/Plugin/Program.cs" && line.Contains("PartnerTrust.Plugin.Commands", StringComparison.Ordinal))
                        select $"{name}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void The_domain_does_no_input_or_output_and_reads_no_clock()
    {
        string[] forbidden =
        [
            "System.Net.Http", "System.Net.Sockets", "Microsoft.Data", "Microsoft.AspNetCore", "Microsoft.Extensions.Logging",
            "File.", "Directory.", "Environment.GetEnvironmentVariable", "TimeProvider", "DateTimeOffset.UtcNow", "DateTime.UtcNow",
        ];

        var offenders = from file in Repository.SourceFiles("provider/Trust")
                        from line in File.ReadLines(file)
                        let code = line.Split("//", 2)[0]
                        where forbidden.Any(name => ContainsWord(code, name))
                        select $"{Repository.Relative(file)}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    private static bool ContainsWord(string code, string name)
    {
        var at = code.IndexOf(name, StringComparison.Ordinal);
        return at >= 0 && (at == 0 || !(char.IsLetterOrDigit(code[at - 1]) || code[at - 1] is '.' or '_'));
    }
}
