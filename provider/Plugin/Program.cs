using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Plugin.Importing;
using PartnerTrust.Plugin.Lab;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Schema;

#pragma warning disable RS0030 // The one place that has a console.
switch (args)
{
    case ["--version", ..]:
        Console.Out.WriteLine(PluginVersion.Text);
        return 0;
    case ["--schema", ..]:
        Console.Out.Write(PackageSchema.BuiltIn.Text);
        return 0;
    case ["lab", .. var rest]:
        return await RunLabAsync(new LabArguments(rest)).ConfigureAwait(false);
    case ["import-file", .. var rest]:
        return await new ImportFileCommand(
            Console.Out, Console.Error, TimeProvider.System, NullLoggerFactory.Instance, Environment.GetEnvironmentVariable)
            .RunAsync(new LabArguments(rest), CancellationToken.None).ConfigureAwait(false);
    default:
        return await ServeAsync(PluginArguments.Parse(args)).ConfigureAwait(false);
}

static async Task<int> ServeAsync(PluginArguments arguments)
{
    try
    {
        using var logs = OpenLogs(arguments);
        return await PluginProcess.RunAsync(arguments, Console.OpenStandardOutput(), logs).ConfigureAwait(false);
    }
    catch (IOException failure)
    {
        await Console.Error.WriteLineAsync($"The plugin could not start: {failure.Message}").ConfigureAwait(false);
        return 1;
    }
}

static async Task<int> RunLabAsync(LabArguments arguments)
{
    using var interrupted = new CancellationTokenSource();
    using var signals = new ShutdownSignals(() => true);
    _ = signals.Received.ContinueWith(_ => interrupted.Cancel(), TaskScheduler.Default);
    var commands = new LabCommands(Console.Out, TimeProvider.System, NullLoggerFactory.Instance, Environment.GetEnvironmentVariable);
    return await commands.RunAsync(arguments, interrupted.Token).ConfigureAwait(false);
}

static ILoggerFactory OpenLogs(PluginArguments arguments)
{
    var least = arguments.Verbosity >= 9 ? LogLevel.Debug : LogLevel.Information;
    if (Environment.GetEnvironmentVariable(LogFile.Variable) is { Length: > 0 } path)
    {
        return new StreamLoggerFactory(LogFile.Open(path), least, TimeProvider.System);
    }

    return arguments.LogsToStandardError || arguments.Verbosity > 0
        ? new StreamLoggerFactory(Console.OpenStandardError(), least, TimeProvider.System)
        : NullLoggerFactory.Instance;
}
