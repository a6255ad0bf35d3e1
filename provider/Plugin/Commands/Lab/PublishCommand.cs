using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab publish</c>: <c>Set-AuthConfig -PublishCertificate</c>.</summary>
internal static class PublishCommand
{
    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var command = new ExampledCommand(
            "publish",
            "Let the staged certificate sign from now on",
            ("lab publish --server exch01.litwareinc.com", "Let an Exchange server sign with its staged certificate at once")) { server };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var fqdn = parsed.GetRequiredValue(server);
            return SignerLine.Of(fqdn, await lab.PublishNowAsync(fqdn, cancellationToken));
        });
        return command;
    }
}
