using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Store.Tables;

/// <summary>Each server's global OAuth settings, and what they were before a stack first wrote them.</summary>
public interface IOAuthConfigurationTable
{
    /// <summary>Null where nothing was ever written: the product's defaults hold.</summary>
    OAuthConfiguration? Find(string server);

    /// <summary>Writes the settings; the ones found by the first such write are remembered until they are put back.</summary>
    void Save(OAuthConfiguration configuration);

    /// <summary>What was found by the first write, <paramref name="defaults"/> where that was nothing; null where no stack wrote.</summary>
    OAuthConfiguration? FindOriginal(OAuthConfiguration defaults);

    /// <summary>Puts back what was there before the first <see cref="Save"/>; null for nothing.</summary>
    void Restore(string server, OAuthConfiguration? original);
}
