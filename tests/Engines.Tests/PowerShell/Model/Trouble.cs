namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>What befalls a call.</summary>
public enum Trouble
{
    None,

    /// <summary>The session ended before the cmdlet ran.</summary>
    LostBefore,

    /// <summary>The session ended after it had run.</summary>
    LostAfter,

    /// <summary>It was stopped before it did anything.</summary>
    StoppedBefore,

    /// <summary>It was stopped when it had done its work.</summary>
    StoppedAfter,

    /// <summary>It says that it failed, and did.</summary>
    FailsBefore,

    /// <summary>It says that it failed, and had done its work.</summary>
    FailsAfter,
}
