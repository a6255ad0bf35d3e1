using PartnerTrust.SdkGenerator;

namespace Pulumi.PartnerTrust.Tests;

public sealed class DocCommentTests
{
    [Fact]
    public void Of_the_examples_only_the_csharp_ones_are_kept()
    {
        const string description = """
            Binds a certificate.

            {{% examples %}}
            ## Example Usage
            {{% example %}}
            ```typescript
            const a = 1;
            ```
            ```csharp
            var a = new List<int>();
            ```
            ```yaml
            a: 1
            ```
            {{% /example %}}
            {{% /examples %}}

            ## Import
            """;
        Assert.Equal(
            ["Binds a certificate.", "", "## Example Usage", "```csharp", "var a = new List&lt;int&gt;();", "```", "", "## Import"],
            DocComment.Lines(description));
    }

    [Fact]
    public void Markers_of_the_newer_form_go_as_well() => Assert.Equal(
        ["```csharp", "a & b".Replace("&", "&amp;"), "```"],
        DocComment.Lines("<!--Start PulumiCodeChooser -->\n```csharp\na & b\n```\n```go\nx\n```\n<!--End PulumiCodeChooser -->"));

    [Fact]
    public void References_become_names() => Assert.Equal(
        ["See `TwoWayTrust`."], DocComment.Lines("See {{% ref #/resources/partnertrust:index:TwoWayTrust %}}."));

    [Fact]
    public void Nothing_is_written_for_nothing() => Assert.Empty(DocComment.Lines("\n\n"));
}
