using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PartnerTrust.Plugin.Commands;
using PartnerTrust.Plugin.Commands.CommandLine;
using PartnerTrust.Plugin.Hosting;
using PartnerTrust.Plugin.Logging;

#pragma warning disable RS0030 // The one place that has a console.
ProcessResult.Guard(Console.Error);
return await ProcessResult.OfAsync(Console.Error, () => PluginArguments.Of(args) is { } serving ? ServeAsync(serving) : RunCommandAsync(args));

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
        return ProcessResult.Failed;
    }
}

static async Task<int> RunCommandAsync(string[] arguments)
{
    using var interrupted = new CancellationTokenSource();
    using var signals = ShutdownSignals.ThatAlwaysEnd();
    _ = signals.Received.ContinueWith(_ => interrupted.Cancel(), TaskScheduler.Default);
    using var console = new Utf8Console();
    var around = new CommandSurroundings(
        console.Output, console.Errors, TimeProvider.System, NullLoggerFactory.Instance, Environment.GetEnvironmentVariable)
    {
        Input = () => new StreamReader(Console.OpenStandardInput()),
        Columns = () => Console.IsOutputRedirected ? null : Console.WindowWidth,
        IsTerminal = !Console.IsOutputRedirected,
    };
    return await new PluginCommands(around).RunAsync(arguments, interrupted.Token);
}

static ILoggerFactory OpenLogs(PluginArguments arguments)
{
    if (Environment.GetEnvironmentVariable(LogFile.Variable) is { Length: > 0 } path)
    {
        LogFile.Require(path);
        return new LineLoggerFactory(line => LogFile.Add(path, line), LogLevel.Debug, TimeProvider.System);
    }

    var least = arguments.Verbosity >= 9 ? LogLevel.Debug : LogLevel.Information;

    var errors = Console.OpenStandardError();
    return arguments.LogsToStandardError || arguments.Verbosity > 0
        ? new LineLoggerFactory(line => errors.Write(line), least, TimeProvider.System)
        : NullLoggerFactory.Instance;
}
