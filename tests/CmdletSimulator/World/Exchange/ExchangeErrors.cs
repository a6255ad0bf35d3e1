using System.Globalization;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Exchange;

/// <summary>Errors of Exchange's cmdlets (powershell.md 4): the reason tells, the category hardly ever.</summary>
internal static class ExchangeErrors
{
    public static PlayedErrorException NotFound(string cmdlet, string identity, string domainController) => new(Of(
        cmdlet,
        "NotSpecified",
        "ManagementObjectNotFoundException",
        "Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException",
        $"The operation couldn't be performed because object '{identity}' couldn't be found on '{domainController}'."));

    public static PlayedErrorException Present(string cmdlet, string name) => new(Of(
        cmdlet,
        "NotSpecified",
        "ADObjectAlreadyExistsException",
        "Microsoft.Exchange.Data.Directory.ADObjectAlreadyExistsException",
        $"Active Directory operation failed. The object '{name}' already exists."));

    /// <summary>The server answers, and has no such certificate.</summary>
    public static PlayedErrorException NoCertificate(string cmdlet, string thumbprint, string machine) => new(Of(
        cmdlet,
        "InvalidOperation",
        "InvalidOperationException",
        "System.InvalidOperationException",
        $"The certificate with thumbprint {thumbprint} was not found on {machine}."));

    /// <summary>The server does not answer.</summary>
    public static PlayedErrorException Unreached(string cmdlet, string machine) => new(Of(
        cmdlet,
        "ReadError",
        "RpcClientException",
        "Microsoft.Exchange.Rpc.RpcClientException",
        $"The server {machine} cannot be reached: RPC error 0x6ba."));

    public static PlayedError AccessDenied(string cmdlet) => Of(
        cmdlet,
        "NotSpecified",
        "ADOperationException",
        "Microsoft.Exchange.Data.Directory.ADOperationException",
        "Active Directory operation failed. Additional information: Access is denied. Active directory response: 00000005: SecErr: "
            + "DSID-03152612, problem 4003 (INSUFF_ACCESS_RIGHTS), data 0");

    /// <summary>The partner's document cannot be read.</summary>
    public static PlayedErrorException BadDocument(string cmdlet, string detail) => new(Of(
        cmdlet,
        "ResourceUnavailable",
        "AuthMetadataClientException",
        "Microsoft.Exchange.Security.OAuth.AuthMetadataClientException",
        $"The auth metadata document cannot be read. {detail}"));

    public static PlayedErrorException Refused(string cmdlet, string message) =>
        new(Of(cmdlet, "InvalidOperation", "InvalidOperationException", "System.InvalidOperationException", message));

    public static PlayedError Of(string cmdlet, string category, string reason, string exception, string message)
    {
        var hash = message.Aggregate(17u, (sum, c) => (sum * 31) + c).ToString("X", CultureInfo.InvariantCulture);
        return new PlayedError(
            $"[Server=EX01,RequestId=6c2c9f7e-53a5-4a29-8e1f-0d4f4b6d7f11,TimeStamp=3/1/2026 8:00:00 AM] [FailureCategory=Cmdlet-{reason}] "
                + $"{hash},Microsoft.Exchange.Management.{cmdlet.Replace("-", "", StringComparison.Ordinal)}",
            category,
            reason,
            [exception],
            message);
    }
}
