using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>One thing that a played cmdlet does in its shell.</summary>
public abstract record PlayedRecord
{
    private PlayedRecord()
    {
    }

    public sealed record Output(PlayedValue Value) : PlayedRecord;

    public sealed record Failure(PlayedError Error) : PlayedRecord;

    public sealed record Warning(string Text) : PlayedRecord;

    public sealed record Verbose(string Text) : PlayedRecord;

    public sealed record Information(string Text) : PlayedRecord;

    /// <summary>Loads a module into the shell, and gives out what describes it.</summary>
    public sealed record Import(string Path) : PlayedRecord;

    /// <summary>Unloads a module.</summary>
    public sealed record Forget(string Name) : PlayedRecord;

    /// <summary>Sleeps in a .NET call for ever: nothing but the end of the process helps.</summary>
    public sealed record Block : PlayedRecord;

    /// <summary>The process ends at once, as by <c>kill -9</c>.</summary>
    public sealed record Kill : PlayedRecord;

    /// <summary>The process ends in order.</summary>
    public sealed record Exit(int Code) : PlayedRecord;

    /// <summary>Writes past PowerShell, to the raw stream.</summary>
    public sealed record Noise(bool ToErrors, ImmutableArray<byte> Bytes) : PlayedRecord;

    /// <summary>Asks whoever sits at the host.</summary>
    public sealed record Prompt(string Text) : PlayedRecord;
}
