using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>What came of a call.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="Duration">As the shell measured it.</param>
public sealed record CallAnswer(CallEnding Ending, TimeSpan Duration)
{
    /// <summary>What the cmdlet gave out.</summary>
    public ImmutableArray<CmdletObject> Objects { get; init; } = [];

    public ImmutableArray<CmdletError> Errors { get; init; } = [];

    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>What it told because <c>-Verbose</c> was asked for.</summary>
    public ImmutableArray<string> Verbose { get; init; } = [];

    /// <summary><c>Write-Host</c> and its like.</summary>
    public ImmutableArray<string> Information { get; init; } = [];

    /// <summary>It ran to its end without an error: implicit remoting makes terminating errors into others, so that both are looked at
    /// (powershell.md 1).</summary>
    public bool Succeeded => Ending == CallEnding.Done && Errors.IsEmpty;
}
