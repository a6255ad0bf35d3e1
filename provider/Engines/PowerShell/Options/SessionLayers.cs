using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>Which way to its cmdlets each product has (powershell.md 7).</summary>
public static class SessionLayers
{
    /// <summary>Whether it is reached through PowerShell at all.</summary>
    public static bool HasShell(ServerProduct product) => product != ServerProduct.TokenServer;

    /// <summary>The documented way.</summary>
    public static SessionLayer Usual(ServerProduct product) => product == ServerProduct.ExchangeServer ? SessionLayer.Remote : SessionLayer.Local;

    /// <summary>SharePoint's cmdlets talk to the farm's database themselves, and run on a server of it (domain.md 10.3).</summary>
    public static bool Has(ServerProduct product, SessionLayer layer) =>
        HasShell(product) && (product != ServerProduct.SharePointServer || layer == SessionLayer.Local);
}
