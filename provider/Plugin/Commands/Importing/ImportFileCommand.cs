using System.Collections.Immutable;
using System.CommandLine;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Commands.Sources;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Importing;

/// <summary>Writes the import file of an existing installation: of emulated servers, or of real ones that a stack's configuration names. Only the
/// file goes to the output, and only when it is whole; messages go beside it.</summary>
internal static class ImportFileCommand
{
    public const string Name = "import-file";

    private static readonly string NoStore = FaultCatalogue.StoreAbsent("").Code;

    private delegate Task<List<ImportEntry>> Listing(ImmutableArray<Server> servers, IServerReader reader);

    public static Command Of(CommandSurroundings around)
    {
        var source = new SourceOptions(around);
        var hybrid = new Option<bool>("--with-hybrid")
        {
            Description = "List also what the Hybrid Configuration Wizard of Microsoft 365 keeps there, which is left to it otherwise",
        };
        var command = new ExampledCommand(
            Name,
            "Write the file that \"pulumi import --file\" takes, from what the servers hold",
            ("import-file --stack prod > resources.json", "List what the servers of a stack hold, in the project's directory"),
            ("import-file --data .partnertrust/dev > resources.json", "List what emulated servers hold"),
            ("import-file --config config.json > resources.json", "List what the servers hold that a configuration names")) { hybrid };
        source.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var place = await new TrustPlaces(around).FindAsync(source.Read(parsed), cancellationToken);
                Listing list = (servers, reader) => ListAsync(servers, reader, parsed.GetValue(hybrid), around, cancellationToken);
                var entries = place switch
                {
                    TrustPlace.Store store => await ListOfStoreAsync(store.Directory, list, around, cancellationToken),
                    TrustPlace.Servers servers => await ListOfServersAsync(servers.Installation, list, around, cancellationToken),
                    _ => throw new InvalidOperationException("No server can be asked there."),
                };
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

    private static async Task<List<ImportEntry>> ListOfServersAsync(
        Installation installation, Listing list, CommandSurroundings around, CancellationToken cancellationToken)
    {
        var environment = new SessionEnvironment(
            PackageSchema.BuiltIn, around.Time, around.Logs, around.Environment, Directory.GetCurrentDirectory());
        await using var engine = await around.OpenEngine(installation, environment, cancellationToken);
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
