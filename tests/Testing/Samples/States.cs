using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Testing.Samples;

/// <summary>A whole, sound two-way trust, and small changes of it.</summary>
public static class States
{
    public static readonly SigningCertificate LyncKey = Certs.Valid(1);
    public static readonly SigningCertificate ExchangeKey = Certs.Valid(2);

    public static TrustState TwoWay { get; } = TrustState.Empty
        .Holding(Estate.Lync, LyncKey)
        .Holding(Estate.Exchange, ExchangeKey)
        .Holding(Estate.LyncSettings)
        .Holding(OnLync)
        .Holding(OnExchange);

    public static PartnerApplication OnLync => new(
        Estate.Lync.Fqdn,
        "Exchange",
        new PartnerSource.Metadata(Estate.Exchange.MetadataUrl, false),
        WellKnownApplications.Exchange,
        "litwareinc.com",
        Estate.Exchange.Issuer,
        [ExchangeKey],
        TrustLevel.Full,
        true,
        false,
        null);

    public static PartnerApplication OnExchange => new(
        Estate.Exchange.Fqdn,
        "Lync",
        new PartnerSource.Metadata(Estate.Lync.MetadataUrl, false),
        WellKnownApplications.Lync,
        "litwareinc.com",
        Estate.Lync.Issuer,
        [LyncKey],
        null,
        true,
        true,
        new LinkedAccount("LyncEnterprise-ApplicationAccount", LinkedAccountRules.DefaultRoles(WellKnownApplications.Lync)));

    public static TrustState Holding(this TrustState state, Server server, SigningCertificate key) => state with
    {
        Servers = state.Servers.SetItem(server.Fqdn, server),
        Certificates = state.Certificates.SetItem(server.Fqdn, new CertificateSlots(null, key, null, null)),
        PublishedMetadata = state.PublishedMetadata.SetItem(server.Fqdn, [server.MetadataUrl]),
    };

    public static TrustState Holding(this TrustState state, string server, CertificateSlots slots) =>
        state with { Certificates = state.Certificates.SetItem(server, slots) };

    public static TrustState Holding(this TrustState state, PartnerApplication record) =>
        state with { PartnerApplications = state.PartnerApplications.SetItem((record.Server, record.Name), record) };

    public static TrustState Holding(this TrustState state, OAuthConfiguration settings) =>
        state with { OAuthConfigurations = state.OAuthConfigurations.SetItem(settings.Server, settings) };

    /// <summary>The record's keys copied again from what its partner publishes at that time.</summary>
    public static TrustState Refreshed(this TrustState state, (string Server, string Name) record, Server partner, DateTimeOffset time)
    {
        var document = AuthMetadata.Of(partner, null, state.Certificates[partner.Fqdn], partner.MetadataUrl, time);
        return state.Holding(state.PartnerApplications[record] with { TrustedKeys = document.Keys });
    }
}
