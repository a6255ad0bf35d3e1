using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Tests.Fixtures;

internal static class Partners
{
    /// <summary>What Lync keeps about Exchange.</summary>
    public static PartnerApplication OnLync(string name = "Exchange", params SigningCertificate[] keys) =>
        States.OnLync with { Name = name, TrustedKeys = [.. keys] };

    /// <summary>Any application, told apart by its number.</summary>
    public static PartnerApplication Numbered(int number, params SigningCertificate[] keys)
    {
        var identifier = $"{number:x8}-0000-0000-0000-000000000000";
        return OnLync($"Application {number}", keys) with
        {
            Source = new PartnerSource.AuthorizationServer(identifier, Litware.Realm),
            ApplicationIdentifier = identifier,
            Issuer = $"{identifier}@{Litware.Realm}",
        };
    }
}
