using System.Xml.Linq;
using PartnerTrust.ErrorPages;

namespace PartnerTrust.Trust.Tests.Faults;

/// <summary>How a doc comment reads on a page.</summary>
public class CommentMarkdownTests
{
    [Theory]
    [InlineData("\n            One\n            sentence.\n", "One sentence.")]
    [InlineData("Run <c>Get-AuthConfig</c> there.", "Run `Get-AuthConfig` there.")]
    [InlineData("As PT5024 and PT5025.", "As [PT5024](PT5024.md) and PT5025.")]
    [InlineData("It is <c>PT5024</c>.", "It is `PT5024`.")]
    [InlineData("Gone (domain.md 5.7, 8 row 7).", "Gone.")]
    [InlineData("a &lt;name&gt; of *all* [x]", @"a \<name\> of \*all\* \[x\]")]
    [InlineData("error_category _x_", @"error_category \_x\_")]
    [InlineData("See <see href=\"https://aka.ms/x\">this</see>.", "See [this](https://aka.ms/x).")]
    [InlineData("Of <paramref name=\"server\"/>.", "Of `server`.")]
    [InlineData("<para>One.</para><para>Two.</para>", "One.\n\nTwo.")]
    [InlineData("By <code>Get-AuthConfig</code> on it.", "By\n\n```powershell\nGet-AuthConfig\n```\n\non it.")]
    [InlineData("<code>pulumi up</code>", "```sh\npulumi up\n```")]
    [InlineData("<code>401 Unauthorized</code>", "```text\n401 Unauthorized\n```")]
    [InlineData("<code lang=\"yaml\">\n      a:\n        b: 1\n    </code>", "```yaml\na:\n  b: 1\n```")]
    [InlineData("<code>$x = 1\n      Get-Item $x</code>", "```powershell\n$x = 1\nGet-Item $x\n```")]
    [InlineData("<list type=\"bullet\"><item>One.</item> <item><description>Two.</description></item></list>", "- One.\n- Two.")]
    [InlineData(
        "<list type=\"number\"><item>One: <code>a\nb</code></item><item>Two.</item></list>", "1. One:\n\n   ```text\n   a\n   b\n   ```\n\n2. Two.")]
    public void It_reads_as(string comment, string markdown) =>
        Assert.Equal(markdown, CommentMarkdown.Of(XElement.Parse($"<x>{comment}</x>", LoadOptions.PreserveWhitespace), "PT5025"));

    [Theory]
    [InlineData("<b>bold</b>", "<b>")]
    [InlineData("<list><term>x</term></list>", "<term>")]
    public void What_no_page_can_show_is_refused_with_the_number(string comment, string element)
    {
        var refused = Assert.Throws<InvalidDataException>(() => CommentMarkdown.Of(XElement.Parse($"<x>{comment}</x>"), "PT5025"));

        Assert.StartsWith("PT5025: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(element, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_factory_without_a_doc_comment_is_named()
    {
        var refused = Assert.Throws<InvalidDataException>(() => CatalogueReader.Read(new XDocument(new XElement("doc"))));

        Assert.EndsWith("has no doc comment.", refused.Message, StringComparison.Ordinal);
    }
}
