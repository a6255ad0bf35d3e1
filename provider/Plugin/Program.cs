using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Plugin.Importing;
using PartnerTrust.Plugin.Lab;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Schema;

#pragma warning disable RS0030 // The one place that has a console.
CommandResult.GuardProcess(Console.Error);
return await CommandResult.OfAsync(Console.Error, CommandUsage.Text, () => RunAsync(args));

static Task<int> RunAsync(string[] args) => args switch
{
    ["--version", ..] => WriteAsync(PluginVersion.Text + Environment.NewLine),
    ["--schema", ..] => WriteAsync(PackageSchema.BuiltIn.Text),
    ["lab", .. var rest] => RunLabAsync(new LabArguments(rest)),
    ["import-file", .. var rest] => new ImportFileCommand(
        Console.Out, Console.Error, TimeProvider.System, NullLoggerFactory.Instance, Environment.GetEnvironmentVariable)
        .RunAsync(new LabArguments(rest), CancellationToken.None),
    [var first, ..] when CommandUsage.IsHelp(first) => WriteAsync(CommandUsage.Text + Environment.NewLine),
    _ => ServeAsync(PluginArguments.Parse(args)),
};

static async Task<int> WriteAsync(string text)
{
    await Console.Out.WriteAsync(text);
    return 0;
}

static async Task<int> ServeAsync(PluginArguments arguments)
{
    try
    {
        using var logs = OpenLogs(arguments);
        var output = Console.OpenStandardOutput();
        return arguments.EngineAddress is { } engine
            ? await PluginProcess.ServeEngineAsync(engine, output, logs)
            : await PluginProcess.ServeAttachedAsync(output, logs);
    }
    catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
    {
        await Console.Error.WriteLineAsync($"The plugin could not start: {failure.Message}");
        return 1;
    }
}

static async Task<int> RunLabAsync(LabArguments arguments)
{
    using var interrupted = new CancellationTokenSource();
    using var signals = ShutdownSignals.ThatAlwaysEnd();
    _ = signals.Received.ContinueWith(_ => interrupted.Cancel(), TaskScheduler.Default);
    var commands = new LabCommands(Console.Out, Console.Error, TimeProvider.System, NullLoggerFactory.Instance, Environment.GetEnvironmentVariable);
    return await commands.RunAsync(arguments, interrupted.Token);
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
