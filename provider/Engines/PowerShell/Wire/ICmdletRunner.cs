namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>Runs cmdlets on one server.</summary>
public interface ICmdletRunner
{
    /// <summary>Fqdn of the server whose cmdlets these are.</summary>
    string Server { get; }

    /// <summary>How far the clock of the machine on which they run was ahead of this one's when the shell was opened; null where that is not
    /// known.</summary>
    TimeSpan? ClockOffset => null;

    /// <summary>Runs a call within its time limit, after any that is running. A cmdlet that fails is an answer; a shell that cannot be opened, or
    /// is lost before the answer, is a <see cref="Trust.Faults.FaultException"/>.</summary>
    Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken);
}
