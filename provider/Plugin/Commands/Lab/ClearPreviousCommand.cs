using System.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab clear-previous</c>: <c>Set-AuthConfig -ClearPreviousCertificate</c>.</summary>
internal static class ClearPreviousCommand
{
    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var command = new Command("clear-previous", "Forget the certificate that signed before") { server };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var fqdn = parsed.GetRequiredValue(server);
            return SignerLine.Of(fqdn, await lab.ClearPreviousAsync(fqdn, cancellationToken));
        });
        return command;
    }
}
