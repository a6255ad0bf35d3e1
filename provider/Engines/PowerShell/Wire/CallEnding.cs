namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>How a call ended, as the bridge saw it.</summary>
public enum CallEnding
{
    /// <summary>The cmdlet ran to its end; it succeeded only where there is no error either (powershell.md 1).</summary>
    Done,

    /// <summary>A terminating error ended it.</summary>
    Failed,

    /// <summary>The time limit stopped it: whether it took effect is not known.</summary>
    TimedOut,

    /// <summary>It was stopped on request: whether it took effect is not known.</summary>
    Cancelled,

    /// <summary>The cmdlet is not in the table, or a value cannot be made: nothing ran.</summary>
    Refused,
}
