using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab empty</c>: a machine of a pool loses its certificates, as when it is installed again.</summary>
internal static class EmptyCommand
{
    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var member = new Option<string>("--member") { HelpName = "FQDN", Required = true, Description = "The machine" }.NeedsValue();
        var command = new ExampledCommand(
            "empty",
            "Remove all certificates from one machine of a pool",
            ("lab empty --server pool01.litwareinc.com --member fe02.litwareinc.com", "Lose the certificates of one Front End")) { server, member };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var machine = parsed.GetRequiredValue(member);
            await lab.RemoveCertificatesAsync(parsed.GetRequiredValue(server), machine, cancellationToken);
            return $"{machine} has no certificates any more.";
        });
        return command;
    }
}
