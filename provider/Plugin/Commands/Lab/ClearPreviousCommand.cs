using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab clear-previous</c>: <c>Set-AuthConfig -ClearPreviousCertificate</c>.</summary>
internal static class ClearPreviousCommand
{
    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var command = new ExampledCommand(
            "clear-previous",
            "Forget the certificate that signed before",
            ("lab clear-previous --server exch01.litwareinc.com", "Let an Exchange server forget the certificate with which it signed before")) { server };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var fqdn = parsed.GetRequiredValue(server);
            return SignerLine.Of(fqdn, await lab.ClearPreviousAsync(fqdn, cancellationToken));
        });
        return command;
    }
}
