using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Plugin.Lab;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Importing;

/// <summary>Writes the import file of an existing installation: <c>import-file --data DIR</c>. Only the file goes to the output, and only
/// when it is whole; messages go beside it.</summary>
internal sealed class ImportFileCommand(
    TextWriter output, TextWriter messages, TimeProvider time, ILoggerFactory logs, Func<string, string?> environment)
{
    private const string Usage = $"Usage: {CommandUsage.Program} import-file [--data DIRECTORY]";
    private const int Failed = 1;
    private const int Misused = 2;

    public async Task<int> RunAsync(LabArguments arguments, CancellationToken cancellationToken)
    {
        if (arguments.AsksForHelp)
        {
            await output.WriteLineAsync(Usage);
            return 0;
        }

        try
        {
            Check(arguments);
            var entries = await ListAsync(arguments.DataDirectory(environment), cancellationToken);
            await output.WriteLineAsync(ImportFile.Write(entries));
            return 0;
        }
        catch (FaultException refusal)
        {
            await messages.WriteLineAsync(string.Join(Environment.NewLine, refusal.Faults.Select(fault => fault.Text)));
            return refusal.Faults.Any(IsMisuse) ? Misused : Failed;
        }
    }

    private static void Check(LabArguments arguments)
    {
        if (arguments.Unexpected("data") is { } unexpected)
        {
            throw new FaultException(FaultCatalogue.ArgumentInvalid($"The command does not take \"{unexpected}\"."));
        }

        if (arguments.Option("data") is "")
        {
            throw new FaultException(FaultCatalogue.ArgumentInvalid("--data names no directory."));
        }
    }

    private static bool IsMisuse(Fault fault) =>
        fault.Code == FaultCatalogue.ArgumentInvalid("").Code || fault.Code == FaultCatalogue.StoreAbsent("").Code;

    private async Task<List<ImportEntry>> ListAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        await using var lab = await EmbeddedLab.OpenAsync(dataDirectory, time, logs, cancellationToken);
        var options = new EmbeddedOptions([.. lab.Servers], lab.Mailboxes, dataDirectory);
        await using var engine = EmbeddedEngine.Open(options, lab.Time, logs);
        var existing = new ExistingResources(options.Servers, engine.Reader, warning => messages.WriteLine(warning.Text));
        var entries = new List<ImportEntry>();
        await foreach (var entry in existing.ListAsync(cancellationToken))
        {
            entries.Add(entry);
        }

        return entries;
    }
}
