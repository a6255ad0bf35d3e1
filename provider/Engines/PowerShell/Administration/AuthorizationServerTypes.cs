using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.PowerShell.Administration;

/// <summary>The types of authorization servers, as the products show them.</summary>
internal static class AuthorizationServerTypes
{
    /// <summary>Null for one that says none (<c>Unknown</c>), or another than those that are declared here.</summary>
    public static AuthorizationServerType? Of(string? shown) =>
        Enum.TryParse<AuthorizationServerType>(shown, ignoreCase: true, out var type) && Enum.IsDefined(type) ? type : null;
}
