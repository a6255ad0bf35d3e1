using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Tests.Metadata;

public class MetadataUrlTests
{
    [Theory]
    [InlineData("https://atl-cs-001.litwareinc.com/metadata/json/1", null)]
    [InlineData("https://host:444/autodiscover/metadata/json/1", null)]
    [InlineData("http://atl-cs-001.litwareinc.com/metadata/json/1", "PT3001")]
    [InlineData("http://user:secret@atl-cs-001.litwareinc.com/", "PT3001")]
    [InlineData("ftp://atl-cs-001.litwareinc.com/", "PT3001")]
    [InlineData("/metadata/json/1", "PT3001")]
    [InlineData("metadata", "PT3001")]
    [InlineData("https:///metadata/json/1", "PT3001")]
    [InlineData("", "PT3001")]
    [InlineData(null, "PT3001")]
    [InlineData("https://user:secret@atl-cs-001.litwareinc.com/metadata/json/1", "PT3002")]
    [InlineData("https://atl-cs-001.litwareinc.com/metadata/json/1#key", "PT3002")]
    public void Only_a_plain_https_url_can_be_fetched(string? url, string? code)
    {
        var fault = MetadataUrls.Validate(url);

        Assert.Equal(code, fault?.Code);
        Assert.DoesNotContain("secret", fault?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ServerProduct.LyncServer, "https://a.litwareinc.com/metadata/json/1")]
    [InlineData(ServerProduct.ExchangeServer, "https://a.litwareinc.com/autodiscover/metadata/json/1")]
    [InlineData(ServerProduct.SharePointServer, "https://a.litwareinc.com/_layouts/15/metadata/json/1")]
    [InlineData(ServerProduct.TokenServer, "https://a.litwareinc.com/metadata/json/1")]
    public void Each_product_has_its_own_default(ServerProduct product, string url)
    {
        Assert.Equal(url, MetadataUrls.Default("a.litwareinc.com", product).AbsoluteUri);
        Assert.Null(MetadataUrls.Advise(new Uri(url), product));
    }

    [Theory]
    [InlineData("https://a.litwareinc.com/metadata/json/1", ServerProduct.ExchangeServer)]
    [InlineData("https://a.litwareinc.com/jsonmetadata.ashx", ServerProduct.SharePointServer)]
    [InlineData("https://a.litwareinc.com/metadata/json/1", ServerProduct.SharePointServer)]
    [InlineData("https://a.litwareinc.com/metadata/jason/1", ServerProduct.LyncServer)]
    public void A_path_that_answers_404_gets_advice(string url, ServerProduct product) =>
        Assert.Equal("PT3003", MetadataUrls.Advise(new Uri(url), product)?.Code);

    [Theory]
    [InlineData("https://portal.litwareinc.com/sites/a/_layouts/15/metadata/json/1", ServerProduct.SharePointServer)]
    [InlineData("https://a.litwareinc.com/Autodiscover/Metadata/json/1/", ServerProduct.ExchangeServer)]
    public void A_path_that_works_gets_none(string url, ServerProduct product) => Assert.Null(MetadataUrls.Advise(new Uri(url), product));
}
