using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Plugin.Tests.World;

/// <summary>What those who run the servers do to them, of which no stack knows.</summary>
internal interface IOperatorActions
{
    /// <summary>A new certificate signs from now on.</summary>
    Task RollCertificateAsync(string server);

    Task ChangePartnerAsync(string server, string name, Func<PartnerApplication, PartnerApplication> change);

    Task RemovePartnerAsync(string server, string name);

    Task OverwriteSettingsAsync(OAuthConfiguration settings);
}
