using System.CommandLine;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Writes the import file of an existing installation: <c>import-file --data DIR</c>. Only the file goes to the output, and only
/// when it is whole; messages go beside it.</summary>
internal static class ImportFileCommand
{
    public const string Name = "import-file";

    private static readonly string NoStore = FaultCatalogue.StoreAbsent("").Code;

    public static Command Of(CommandSurroundings around)
    {
        var data = new DataOption(around.Environment);
        var command = new Command(Name, "Write the file that \"pulumi import --file\" takes, from what the servers hold") { data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var entries = await ListAsync(data.DirectoryIn(parsed), around, cancellationToken);
                await around.Output.WriteLineAsync(ImportFile.Write(entries));
                return 0;
            }
            catch (FaultException absent) when (absent.Faults is [{ } fault] && fault.Code == NoStore)
            {
                await around.Messages.WriteLineAsync(fault.Text);
                return ProcessResult.Misused;
            }
        });
        return command;
    }

    private static async Task<List<ImportEntry>> ListAsync(string dataDirectory, CommandSurroundings around, CancellationToken cancellationToken)
    {
        await using var lab = await EmbeddedLab.OpenAsync(dataDirectory, around.Time, around.Logs, cancellationToken);
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, dataDirectory);
        await using var engine = EmbeddedEngine.Open(options, lab.Time, around.Logs);
        var existing = new ExistingResources(options.Servers, engine.Reader, warning => around.Messages.WriteLine(warning.Text));
        var entries = new List<ImportEntry>();
        await foreach (var entry in existing.ListAsync(cancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
