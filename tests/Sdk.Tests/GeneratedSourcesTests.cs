using PartnerTrust.SdkGenerator;

namespace Pulumi.PartnerTrust.Tests;

public sealed class GeneratedSourcesTests
{
    [Fact]
    public void The_committed_sources_are_what_the_schema_gives()
    {
        var stale = SdkPackage.Generate(CommittedSdk.Schema)
            .Where(file => !Committed(file.Key).Equals(file.Value, StringComparison.Ordinal))
            .Select(file => file.Key);
        Assert.True(!stale.Any(), $"Run `make sdk` and commit: {string.Join(", ", stale)}");
    }

    [Fact]
    public void No_source_of_something_that_left_the_schema_stays_behind() =>
        Assert.Empty(GeneratedFiles.In(CommittedSdk.Folder).Except(SdkPackage.Generate(CommittedSdk.Schema).Keys));

    private static string Committed(string path)
    {
        var file = Path.Combine(CommittedSdk.Folder, path);
        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }
}
