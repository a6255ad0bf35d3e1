using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>Errors of PowerShell's remoting (powershell.md 4, 5).</summary>
public static class SessionErrors
{
    private const string Transport = "System.Management.Automation.Remoting.PSRemotingTransportException";

    /// <summary>The session that an imported cmdlet belongs to is lost.</summary>
    public static PlayedError Lost { get; } = new(
        "SessionIsBroken,Get-PSImplicitRemotingSession",
        "OperationStopped",
        "RuntimeException",
        ["System.Management.Automation.RuntimeException"],
        "No session has been associated with this implicit remoting module.");

    internal static PlayedError Gone { get; } = new(
        "InvalidRunspaceState,Microsoft.PowerShell.Commands.ImportPSSessionCommand",
        "InvalidArgument",
        "InvalidRunspaceStateException",
        ["System.Management.Automation.Runspaces.InvalidRunspaceStateException"],
        "The session is not open.");

    /// <summary>None of the named cmdlets is there, or all are hidden.</summary>
    internal static PlayedError NothingToImport { get; } = new(
        "ErrorNoResultsFromRemoteEnd,Microsoft.PowerShell.Commands.ImportPSSessionCommand",
        "InvalidResult",
        "RuntimeException",
        ["System.Management.Automation.RuntimeException"],
        "Running the Get-Command command in a remote session returned no results.");

    /// <summary>Nobody answers there.</summary>
    internal static PlayedError NotOpened(string url) => new(
        "-2144108526,PSSessionOpenFailed",
        "OpenError",
        "PSRemotingTransportException",
        [Transport],
        $"[{url}] Connecting to remote server failed with the following error message : The WinRM client cannot complete the operation.")
    { IsTerminating = false };

    /// <summary>Somebody answers who has no such endpoint.</summary>
    internal static PlayedError NoEndpoint(string url) => new(
        "-2144108212,PSSessionOpenFailed",
        "OpenError",
        "PSRemotingTransportException",
        [Transport],
        $"[{url}] Connecting to remote server failed with the following error message : The resource URI was not found.")
    { IsTerminating = false };
}
