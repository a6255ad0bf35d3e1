using System.Diagnostics;
using System.Text;
using Newtonsoft.Json.Linq;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Trust.Tests.Metadata;

public class AuthMetadataReaderTests
{
    private static readonly Uri Url = Estate.Exchange.MetadataUrl;

    public static TheoryData<string> Malformed => [.. MalformedDocuments.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_document_is_refused_with_its_number(string name)
    {
        var (_, code, content) = MalformedDocuments.All.Single(d => d.Name == name);

        var refusal = Assert.Throws<FaultException>(() => Measured(() => AuthMetadataReader.Read(content, "application/json", Url), name));

        Assert.Equal(code, refusal.Faults.Single().Code);
    }

    [Theory]
    [InlineData("65 keys", "\"keys\" has 65 entries")]
    [InlineData("65 endpoints", "\"endpoints\" has 65 entries")]
    [InlineData("100,000 audiences", "\"allowedAudiences\" has 100000 entries")]
    public void A_list_that_is_too_long_is_told_by_its_name(string name, string told)
    {
        var (_, _, content) = MalformedDocuments.All.Single(d => d.Name == name);

        var refusal = Assert.Throws<FaultException>(() => AuthMetadataReader.Read(content, "application/json", Url));

        Assert.Contains(told, refusal.Faults.Single().Found, StringComparison.Ordinal);
    }

    [Fact]
    public void There_are_at_least_two_hundred_malformed_documents() => Assert.InRange(MalformedDocuments.All.Count, 200, int.MaxValue);

    [Fact]
    [Trait("Size", "Nightly")]
    public void Ten_thousand_mutations_are_read_or_refused_with_a_number()
    {
        var good = Encoding.UTF8.GetBytes(MalformedDocuments.Good);
        for (var seed = 0; seed < GeneratedCases.Number(10_000, byNight: 500_000); seed++)
        {
            Survive(Mutation.Of(good, seed), seed);
        }
    }

    [Fact]
    public void Mutated_certificates_are_read_or_refused_with_a_number()
    {
        var der = Certs.Public(0).Der.ToArray();
        for (var seed = 0; seed < 2_000; seed++)
        {
            var document = JObject.Parse(MalformedDocuments.Good);
            var key = (JObject)document["keys"]![0]!;
            key.Remove("keyinfo");
            key["keyvalue"]!["value"] = Convert.ToBase64String(Mutation.Of(der, seed));
            Survive(Encoding.UTF8.GetBytes(document.ToString()), seed);
        }
    }

    [Fact]
    public void Names_and_constants_are_read_in_any_case()
    {
        var text = MalformedDocuments.Good
            .Replace("\"issuer\"", "\"ISSUER\"", StringComparison.Ordinal)
            .Replace("\"keyvalue\"", "\"KeyValue\"", StringComparison.Ordinal)
            .Replace("\"signing\"", "\"SIGNING\"", StringComparison.Ordinal)
            .Replace("\"x509Certificate\"", "\"X509certificate\"", StringComparison.Ordinal);

        Assert.Equal(Read(MalformedDocuments.Good), Read(text));
    }

    [Fact]
    public void A_padded_digest_is_the_same_one() => Assert.Equal(
        Read(MalformedDocuments.Good),
        Read(MalformedDocuments.Good.Replace(Certs.Public(0).Thumbprint.X5t, Certs.Public(0).Thumbprint.X5t + "=", StringComparison.Ordinal)));

    [Fact]
    public void Issuer_and_one_key_are_enough()
    {
        var document = Read(
            $$$"""{"issuer":"00000003-0000-0FF1-CE00-000000000000@af90cc03-4a26-45e9-906a-609cebcebbde","keys":[{"keyValue":{"value":"{{{Convert.ToBase64String(Certs.Public(0).Der.AsSpan())}}}"}}]}""");

        Assert.Equal("00000003-0000-0ff1-ce00-000000000000", document.ServiceName);
        Assert.Equal("af90cc03-4a26-45e9-906a-609cebcebbde", document.Realm);
        Assert.Equal("00000003-0000-0ff1-ce00-000000000000@af90cc03-4a26-45e9-906a-609cebcebbde", document.Issuer);
        Assert.Equal([Certs.Public(0)], document.Keys.AsEnumerable());
        Assert.Empty(document.Endpoints);
    }

    [Fact]
    public void The_realm_of_the_document_goes_before_that_of_its_issuer()
    {
        var document = Read(MalformedDocuments.Good.Replace("\"realm\":\"litwareinc.com\"", "\"realm\":\"*\"", StringComparison.Ordinal));

        Assert.Equal("*", document.Realm);
    }

    [Fact]
    public void Keys_of_other_usages_and_types_are_passed_over()
    {
        var json = JObject.Parse(MalformedDocuments.Good);
        json["keys"]![0]!["usage"] = "encryption";

        Assert.Equal([Certs.Public(1)], Read(json.ToString()).Keys.AsEnumerable());
    }

    [Fact]
    public void Unknown_fields_and_a_byte_order_mark_do_not_matter()
    {
        var text = "\uFEFF" + MalformedDocuments.Good.Replace(
            "{\"id\"", "{\"extensions\":{\"a\":[1,null],\"d\":\"c2VjcmV0\"},\"id\"", StringComparison.Ordinal);

        Assert.Equal(Read(MalformedDocuments.Good), Read(text));
    }

    [Theory]
    [InlineData("text/html; charset=utf-8", "Access denied", "PT3005")]
    [InlineData("text/html", "<a/>", "PT3005")]
    [InlineData("application/xml", "<a/>", "PT3006")]
    [InlineData(null, "<a/>", "PT3005")]
    public void The_content_type_helps_to_tell_what_answered(string? contentType, string body, string code)
    {
        var refusal = Assert.Throws<FaultException>(() => AuthMetadataReader.Read(Encoding.UTF8.GetBytes(body), contentType, Url));

        Assert.Equal(code, refusal.Faults[0].Code);
    }

    [Fact]
    public void A_document_with_a_wrong_content_type_is_read_all_the_same() =>
        Assert.Equal(Read(MalformedDocuments.Good), AuthMetadataReader.Read(Encoding.UTF8.GetBytes(MalformedDocuments.Good), "text/html", Url));

    [Fact]
    public void A_document_at_the_size_limit_is_read()
    {
        var padded = new byte[AuthMetadataReader.LargestDocument];
        padded.AsSpan().Fill((byte)' ');
        Encoding.UTF8.GetBytes(MalformedDocuments.Good).CopyTo(padded.AsSpan());

        Assert.Equal(Read(MalformedDocuments.Good), AuthMetadataReader.Read(padded, null, Url));
    }

    private static AuthMetadataDocument Read(string text) => AuthMetadataReader.Read(Encoding.UTF8.GetBytes(text), "application/json", Url);

    private static void Survive(byte[] content, int seed)
    {
        try
        {
            var document = Measured(() => AuthMetadataReader.Read(content, "application/json", Url), $"mutation {seed}");
            Assert.NotEmpty(document.Keys);
            Assert.All(document.Keys, key => Assert.True(key is { KeyAlgorithm: "RSA", KeySize: >= 2048 }));
            Assert.All(document.Keys, key => Assert.Equal(Thumbprint.OfCertificate(key.Der.AsSpan()), key.Thumbprint));
        }
        catch (FaultException refusal)
        {
            Assert.StartsWith("PT30", refusal.Faults.Single().Code, StringComparison.Ordinal);
        }
        catch (Exception other) when (other is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"Seed {seed}: {other}");
        }
    }

    /// <summary>Whatever the document, reading it takes at most 5 seconds and 64 MiB.</summary>
    private static AuthMetadataDocument Measured(Func<AuthMetadataDocument> read, string name)
    {
        var (watch, allocated) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        try
        {
            return read();
        }
        finally
        {
            var used = GC.GetAllocatedBytesForCurrentThread() - allocated;
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5) && used < 64 << 20, $"{name} took {watch.Elapsed} and {used} bytes");
        }
    }
}
