namespace PartnerTrust.Engines.PowerShell;

/// <summary>How a product's cmdlets come into a shell (powershell.md 7).</summary>
public enum SessionLayer
{
    /// <summary>From what is installed on the machine that the shell runs on: a module, a snap-in, a management shell.</summary>
    Local,

    /// <summary>By a session with the endpoint that the product has for it.</summary>
    Remote,
}
