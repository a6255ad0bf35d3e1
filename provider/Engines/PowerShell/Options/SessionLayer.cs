namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>How a shell comes to the cmdlets of a product (powershell.md 7).</summary>
public enum SessionLayer
{
    /// <summary>The shell runs on a server of the product and loads its module or snap-in; on Exchange it runs the management shell's own
    /// script.</summary>
    Local,

    /// <summary>The shell opens a session to the server, and takes from it the cmdlets that are needed.</summary>
    Remote,
}
