using System.CommandLine;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;

namespace PartnerTrust.Plugin.Commands.Lab;

/// <summary><c>lab init</c>: makes an empty store in the place of one that is lost.</summary>
internal static class InitCommand
{
    public static Command Of(LabAccess access)
    {
        var identity = new Option<Guid?>("--identity")
        {
            HelpName = "GUID",
            Required = true,
            Description = "Which store it replaces, as PT7020 tells",
            CustomParser = OptionValues.Parser(Identity, text => $"--identity takes the GUID that PT7020 names, not \"{text}\"."),
        }.NeedsValue();
        var command = new ExampledCommand(
            "init",
            "Make an empty store in the place of one that is lost",
            ("lab init --identity 9f2c1f4e-2a0b-4a7e-9a55-0c9b7a5d1a11 --data .partnertrust/dev", "Begin anew in the place of the store that PT7020 names")) { identity };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var directory = access.DirectoryIn(parsed);
            var store = parsed.GetValue(identity)!.Value;
            await EmbeddedLab.InitAsync(directory, store, access.Around.Logs, cancellationToken);
            await access.Around.Output.WriteLineAsync(
                $"{directory} holds an empty store in the place of {store:D}. A refresh will find that nothing is left, and the next update will make everything again.");
            return 0;
        });
        return command;
    }

    private static Guid? Identity(string text) => Guid.TryParse(text, out var identity) ? identity : null;
}
