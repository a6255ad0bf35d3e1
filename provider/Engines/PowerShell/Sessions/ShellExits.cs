namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Exit codes by which a shell tells why it ended.</summary>
internal static class ShellExits
{
    /// <summary>What it was sent is not the script that it was started for.</summary>
    public const int WrongScript = 90;

    /// <summary>A cmdlet could not be stopped.</summary>
    public const int Stuck = 4;

    /// <summary>ssh could not connect, or the connection was cut.</summary>
    public const int OfSsh = 255;
}
