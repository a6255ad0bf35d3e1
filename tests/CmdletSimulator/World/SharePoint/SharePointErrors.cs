using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.SharePoint;

/// <summary>Errors of SharePoint's cmdlets: the id is the class of the cmdlet (powershell.md 4).</summary>
internal static class SharePointErrors
{
    public static PlayedErrorException NotFound(string cmdlet, string identity) => new(Of(
        cmdlet,
        "SPCmdletPipeBindException",
        "Microsoft.SharePoint.PowerShell.SPCmdletPipeBindException",
        $"No object was found with the identity {identity}."));

    public static PlayedErrorException Refused(string cmdlet, string message) =>
        new(Of(cmdlet, "InvalidOperationException", "System.InvalidOperationException", message));

    public static PlayedError AccessDenied(string cmdlet) =>
        Of(cmdlet, "SqlException", "System.Data.SqlClient.SqlException", "Cannot open database \"SharePoint_Config\" requested by the login.");

    public static PlayedError Of(string cmdlet, string reason, string exception, string message) => new(
        $"Microsoft.SharePoint.PowerShell.SPCmdlet{cmdlet.Replace("-SP", "", StringComparison.Ordinal)}",
        "InvalidData",
        reason,
        [exception],
        message);
}
