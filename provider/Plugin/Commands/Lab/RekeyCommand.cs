using System.CommandLine;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab rekey</c>: encrypts the private keys with another passphrase or key file.</summary>
internal static class RekeyCommand
{
    private const string Variable = "PARTNERTRUST_NEW_PASSPHRASE";

    public static Command Of(LabAccess access)
    {
        var command = new ExampledCommand(
            "rekey",
            $"Encrypt the private keys again: with the passphrase in {Variable}, or with a new key file",
            ("lab rekey --data .partnertrust/dev", "Encrypt with the passphrase in PARTNERTRUST_NEW_PASSPHRASE"));
        access.Let(command, async (lab, _, cancellationToken) =>
        {
            var passphrase = access.Around.Environment(Variable) is { Length: > 0 } given ? given : null;
            return await lab.RekeyAsync(passphrase, cancellationToken) is { } keyFile
                ? $"The private keys are encrypted with a new key, which is in {keyFile}. PARTNERTRUST_PASSPHRASE is not needed any more."
                : "The private keys are encrypted with the new passphrase: from now on it belongs in PARTNERTRUST_PASSPHRASE.";
        });
        return command;
    }
}
