using System.Collections.Immutable;
using PartnerTrust.CmdletSimulator.Wire;

namespace PartnerTrust.CmdletSimulator.World.Lync;

/// <summary>Errors of Lync's cmdlets (powershell.md 4). Those of the deployment cmdlets tell nothing but by their reason.</summary>
internal static class CsErrors
{
    private static readonly ImmutableArray<string> Deployment = ["CsCertificate", "CsReplica", "CsCertificateConfiguration"];

    public static PlayedError Of(string cmdlet, string reason, string exception, string message) =>
        Deployment.Contains(Noun(cmdlet)) ? ProcessingFailed(cmdlet, reason, exception, message) : Settings(cmdlet, reason, exception, message);

    /// <summary>There is no such record.</summary>
    public static PlayedErrorException Missing(string cmdlet, string kind, string identity) => new(Settings(
        cmdlet,
        "ManagementException",
        "Microsoft.Rtc.Management.ManagementException",
        $"Cannot find \"{kind}\" \"{identity}\" because it does not exist.") with
    { Target = identity });

    public static PlayedErrorException Present(string cmdlet, string kind, string identity) => new(Settings(
        cmdlet,
        "ManagementException",
        "Microsoft.Rtc.Management.ManagementException",
        $"The {kind} \"{identity}\" already exists.") with
    { Target = identity });

    /// <summary>The document is fetched while the parameter is bound (domain.md 4.1).</summary>
    public static PlayedErrorException BadDocument(string cmdlet, string detail)
    {
        const string Text = "The metadata document could not be downloaded from the URL in the MetadataUrl parameter or downloaded data is not a "
            + "valid metadata document.";
        return new PlayedErrorException(new PlayedError(
            $"ParameterBindingFailed,{SettingsClass(cmdlet)}",
            "WriteError",
            "ParameterBindingException",
            ["System.Management.Automation.ParameterBindingException", "System.Management.Automation.SetValueInvocationException"],
            $"Cannot bind parameter 'MetadataUrl' to the target. Exception setting \"MetadataUrl\": \"{Text}\" {detail}"));
    }

    public static PlayedErrorException Failed(string cmdlet, string message) =>
        new(Of(cmdlet, "InvalidOperationException", "System.InvalidOperationException", message));

    private static PlayedError ProcessingFailed(string cmdlet, string reason, string exception, string message) => new(
        $"ProcessingFailed,Microsoft.Rtc.Management.Deployment.{cmdlet.Split('-')[0]}{Noun(cmdlet)[2..]}Cmdlet",
        "InvalidOperation",
        reason,
        [exception],
        $"Command execution failed: {message}");

    private static PlayedError Settings(string cmdlet, string reason, string exception, string message) =>
        new($"{reason},{SettingsClass(cmdlet)}", "InvalidOperation", reason, [exception], message);

    private static string SettingsClass(string cmdlet) =>
        $"Microsoft.Rtc.Management.Internal.{cmdlet.Split('-')[0]}Ocs{Noun(cmdlet)[2..]}Cmdlet";

    private static string Noun(string cmdlet) => cmdlet[(cmdlet.IndexOf('-', StringComparison.Ordinal) + 1)..];
}
