using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Foresight;

namespace PartnerTrust.Trust.Tests.Foresight;

public class CallInstantsTests
{
    private static readonly DateTimeOffset Now = Certs.Now;
    private static readonly SigningCertificate Old = Certs.Described(11, Now.AddDays(1), Now.AddDays(40));
    private static readonly SigningCertificate New = Certs.Described(12, Now.AddDays(30), Now.AddDays(300));

    [Fact]
    public void What_signs_begins_is_replaced_and_expires_while_it_signs_and_so_do_the_receivers_copies()
    {
        var state = States.TwoWay.Holding(Estate.Lync.Fqdn, new CertificateSlots(null, Old, New, Now.AddDays(20)))
            .Holding(States.OnExchange with { TrustedKeys = [Old, New, Certs.Valid(13)] });

        Assert.Equal(
            [
                (Old.NotBefore.AddMinutes(-5), CallInstantKind.SignerBegins, Estate.Lync.Fqdn),
                (Old.NotBefore.AddMinutes(-5), CallInstantKind.TrustedKeyBegins, Estate.Exchange.Fqdn),
                (Now.AddDays(20), CallInstantKind.SignerTakesEffect, Estate.Lync.Fqdn),
                (New.NotBefore.AddMinutes(-5), CallInstantKind.SignerBegins, Estate.Lync.Fqdn),
                (New.NotBefore.AddMinutes(-5), CallInstantKind.TrustedKeyBegins, Estate.Exchange.Fqdn),
                (New.NotAfter.AddSeconds(1), CallInstantKind.SignerExpires, Estate.Lync.Fqdn),
                (New.NotAfter.AddSeconds(1), CallInstantKind.TrustedKeyExpires, Estate.Exchange.Fqdn),
            ],
            CallInstants.Of(state, Estate.Lync, Estate.Exchange, Now, Now.AddMonths(13))
                .Select(instant => (instant.At, instant.Kind, instant.Server)));
    }

    [Fact]
    public void Servers_that_do_not_stand_between_the_two_are_not_looked_at()
    {
        var state = States.TwoWay.Holding(Estate.SharePoint, Old).Holding(Estate.TokenServer, New);

        Assert.Equal(
            CallInstants.Of(States.TwoWay, Estate.Lync, Estate.Exchange, Now, Now.AddMonths(13)).AsEnumerable(),
            CallInstants.Of(state, Estate.Lync, Estate.Exchange, Now, Now.AddMonths(13)));
        Assert.NotEmpty(CallInstants.Of(state, Estate.SharePoint, Estate.Exchange, Now, Now.AddMonths(13)));
    }

    [Fact]
    public void What_has_changed_by_now_is_no_news()
    {
        var state = States.TwoWay.Holding(Estate.Lync.Fqdn, new CertificateSlots(null, Old, New, Now.AddDays(20)));

        Assert.DoesNotContain(
            CallInstants.Of(state, Estate.Lync, Estate.Exchange, Now.AddDays(20), Now.AddMonths(13)),
            instant => instant.Kind == CallInstantKind.SignerTakesEffect || instant.Certificate == Old.Thumbprint);
    }
}
