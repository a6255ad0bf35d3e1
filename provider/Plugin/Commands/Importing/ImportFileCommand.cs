using System.Collections.Immutable;
using System.CommandLine;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Writes the import file of an existing installation: <c>import-file --data DIR</c> of emulated servers, <c>import-file --config FILE</c>
/// of those that a stack's configuration names. Only the file goes to the output, and only when it is whole; messages go beside it.</summary>
internal static class ImportFileCommand
{
    public const string Name = "import-file";

    private static readonly string NoStore = FaultCatalogue.StoreAbsent("").Code;

    private delegate Task<List<ImportEntry>> Listing(ImmutableArray<Server> servers, IServerReader reader);

    public static Command Of(CommandSurroundings around)
    {
        var data = new DataOption(around.Environment);
        var config = new ConfigOption();
        var hybrid = new Option<bool>("--with-hybrid")
        {
            Description = "List also what the Hybrid Configuration Wizard of Microsoft 365 keeps there, which is left to it otherwise",
        };
        var command = new ExampledCommand(
            Name,
            "Write the file that \"pulumi import --file\" takes, from what the servers hold",
            ("import-file --data .partnertrust/dev > resources.json", "List what emulated servers hold"),
            ("import-file --config config.json > resources.json", "List what the real servers of a stack hold")) { data, config, hybrid };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                Listing list = (servers, reader) => ListAsync(servers, reader, parsed.GetValue(hybrid), around, cancellationToken);
                var entries = parsed.GetValue(config) is { } file
                    ? await ListOfStackAsync(file, data.DirectoryIn(parsed), list, around, cancellationToken)
                    : await ListOfStoreAsync(data.DirectoryIn(parsed), list, around, cancellationToken);
                await around.Output.WriteLineAsync(ImportFile.Write(entries));
                return 0;
            }
            catch (FaultException absent) when (absent.Faults is [{ } fault] && fault.Code == NoStore)
            {
                await around.Messages.WriteLineAsync(fault.Text);
                return ExitCodes.Misused;
            }
        });
        return command;
    }

    private static async Task<List<ImportEntry>> ListOfStoreAsync(
        string dataDirectory, Listing list, CommandSurroundings around, CancellationToken cancellationToken)
    {
        await using var lab = await EmbeddedLab.OpenAsync(dataDirectory, around.Time, around.Logs, cancellationToken);
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, dataDirectory);
        await using var engine = EmbeddedEngine.Open(options, lab.Time, around.Logs);
        return await list(options.Servers, engine.Reader);
    }

    /// <param name="configFile">The stack's configuration.</param>
    /// <param name="dataDirectory">For the embedded engine, where the configuration names none.</param>
    /// <param name="list">Lists what servers hold.</param>
    /// <param name="around">What is around the command.</param>
    /// <param name="cancellationToken">Ends it.</param>
    private static async Task<List<ImportEntry>> ListOfStackAsync(
        string configFile, string dataDirectory, Listing list, CommandSurroundings around, CancellationToken cancellationToken)
    {
        var environment = new SessionEnvironment(
            PackageSchema.BuiltIn, around.Time, around.Logs, around.Environment, Directory.GetCurrentDirectory());
        var read = await StackSettings.ReadAsync(configFile, environment, cancellationToken);
        var installation = read with { DataDirectory = Path.GetFullPath(read.DataDirectory ?? dataDirectory) };
        var clock = EngineOpening.ClockOf(installation, around.Time);
        await using var engine = await EngineOpening.OpenAsync(installation, environment with { Time = clock }, cancellationToken);
        return await list([.. installation.Servers.Values], engine.Reader);
    }

    private static async Task<List<ImportEntry>> ListAsync(
        ImmutableArray<Server> servers, IServerReader reader, bool withHybrid, CommandSurroundings around, CancellationToken cancellationToken)
    {
        var existing = new ExistingResources(servers, reader, withHybrid, warning => around.Messages.WriteLine(warning.Text));
        var entries = new List<ImportEntry>();
        await foreach (var entry in existing.ListAsync(cancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
