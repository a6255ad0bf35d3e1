using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab roll</c>: what an administrator does who renews a certificate and forgets the partners.</summary>
internal static class RollCommand
{
    public static Command Of(LabAccess access)
    {
        var server = LabAccess.Server();
        var command = new ExampledCommand(
            "roll",
            "Bind a new signing certificate, and tell no partner",
            ("lab roll --server lync01.litwareinc.com", "Renew Lync's certificate behind the stack's back")) { server };
        access.Let(command, async (lab, parsed, cancellationToken) =>
        {
            var record = await lab.RollCertificateAsync(parsed.GetRequiredValue(server), cancellationToken);
            return $"{record.Server} now signs with {record.Slots.Current!.Thumbprint}; its partners have not been told.";
        });
        return command;
    }
}
