using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.Tests.Fixtures;

internal static class Partners
{
    public const string Lync = "atl-cs-001.litwareinc.com";
    public const string Exchange = "autodiscover.litwareinc.com";
    public const string Realm = "litwareinc.com";

    /// <summary>What Lync keeps about Exchange.</summary>
    public static PartnerApplication OnLync(string name = "Exchange", params SigningCertificate[] keys) => new(
        Lync, name, new PartnerSource.Metadata(new Uri($"https://{Exchange}/autodiscover/metadata/json/1"), false), WellKnownApplications.Exchange,
        Realm, $"{WellKnownApplications.Exchange}@{Realm}", [.. keys], TrustLevel.Full, true, false, null);

    /// <summary>Any application, told apart by its number.</summary>
    public static PartnerApplication Numbered(int number, params SigningCertificate[] keys)
    {
        var identifier = $"{number:x8}-0000-0000-0000-000000000000";
        return OnLync($"Application {number}", keys) with
        {
            Source = new PartnerSource.AuthorizationServer(identifier, Realm),
            ApplicationIdentifier = identifier,
            Issuer = $"{identifier}@{Realm}",
        };
    }
}
