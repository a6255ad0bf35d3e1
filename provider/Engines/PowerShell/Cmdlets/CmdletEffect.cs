namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>What a cmdlet does to the server: how long it may take, and whether it may be run twice, follow from it (powershell.md 11).</summary>
public enum CmdletEffect
{
    /// <summary>Changes nothing; repeated once where the shell is lost.</summary>
    Reads,

    /// <summary>Changes the server; never sent again before what it did is known.</summary>
    Writes,

    /// <summary>Makes a call to another server, and may leave an item in a mailbox; never repeated.</summary>
    Tests,

    /// <summary>Opens or closes the way to the server's other cmdlets.</summary>
    Opens,

    /// <summary>Stops and starts services.</summary>
    Restarts,
}
