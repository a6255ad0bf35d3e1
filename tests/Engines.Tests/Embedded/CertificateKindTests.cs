using PartnerTrust.Engines.Tests.Fixtures;
using PartnerTrust.Testing;

namespace PartnerTrust.Engines.Tests.Embedded;

/// <summary>Whatever the products take is bound, kept, and read back as it was given.</summary>
public sealed class CertificateKindTests
{
    public static TheoryData<string> Names => [.. CertificateKinds.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_is_kept_as_it_was_given(string name)
    {
        await using var installation = await Installation.StartAsync();
        var key = CertificateKinds.All[name].Make();
        var given = key.Certificate;

        await installation.Engine.BindCertificateAsync(Installation.Bind(Estate.Exchange, key), default);

        var kept = (await installation.FindBindingAsync(Litware.Exchange))!.Slots.Current!;
        Assert.Equal(given, kept);
        Assert.Equal(
            (given.Subject, given.Issuer, given.SerialNumber, given.NotAfter, given.KeySize),
            (kept.Subject, kept.Issuer, kept.SerialNumber, kept.NotAfter, kept.KeySize));
    }
}
