using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;

namespace PartnerTrust.Trust.Tests.Metadata;

/// <summary>Why a server can make no document (domain.md 2.5, 3.4).</summary>
public sealed class DocumentObstacleTests
{
    private const string Member = "fe1.litwareinc.com";

    private static readonly CertificateSlots Bound = new(null, Certs.Public(0), null, null);

    [Fact]
    public void Who_can_sign_can_tell_of_itself() => Assert.Null(Obstacle(Bound, Estate.Lync.Fqdn, hasKey: true));

    [Fact]
    public void Nothing_is_told_without_a_certificate() =>
        Assert.Equal("PT3021", Obstacle(CertificateSlots.Empty, Estate.Lync.Fqdn, hasKey: false));

    [Fact]
    public void Nothing_is_told_without_its_private_key() => Assert.Equal("PT2005", Obstacle(Bound, Estate.Lync.Fqdn, hasKey: false));

    [Fact]
    public void A_member_that_is_asked_by_its_own_name_must_have_the_certificate_itself()
    {
        Assert.Equal("PT2019", Obstacle(Bound, Member, hasKey: true));
        Assert.Null(Obstacle(Bound, Member, hasKey: true, new CertificateCopy(Member, Certs.Public(0).Thumbprint, true, true)));
        Assert.Null(Obstacle(Bound, Estate.Lync.Fqdn, hasKey: true));
    }

    private static string? Obstacle(CertificateSlots slots, string host, bool hasKey, params CertificateCopy[] copies) =>
        AuthMetadata.Obstacle(Estate.Lync with { Members = [Member] }, slots, host, hasKey, [.. copies], Certs.Now)?.Code;
}
