using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store;

/// <summary>Each server's global OAuth settings, and what they were before a stack first wrote them.</summary>
public interface IOAuthConfigurationTable
{
    /// <summary>Null where nothing was ever written: the product's defaults hold.</summary>
    OAuthConfiguration? Find(string server);

    /// <summary>Writes the settings; the ones found by the first such write are remembered for <see cref="Restore"/>.</summary>
    void Save(OAuthConfiguration configuration);

    /// <summary>What <see cref="Restore"/> would put back, <paramref name="defaults"/> where that is nothing; null where no stack wrote.</summary>
    OAuthConfiguration? FindOriginal(OAuthConfiguration defaults);

    /// <summary>Puts back what was there before the first <see cref="Save"/>, which may be nothing.</summary>
    void Restore(string server);
}
