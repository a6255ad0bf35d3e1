using System.Diagnostics;
using System.Globalization;
using PartnerTrust.Plugin.Tests.World;
using PartnerTrust.Protocol.Clients;
using PartnerTrust.Protocol.Grpc;
using PartnerTrust.Protocol.Messages;

namespace PartnerTrust.Plugin.Tests.Serving;

/// <summary>The plugin as the process that the engine starts (pulumi-protocol.md 1).</summary>
public sealed class ProcessTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [SkippableFact]
    public async Task Signals_are_swallowed_until_cancel_was_answered_and_then_end_the_process_with_zero()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals of this kind exist on Unix alone.");
        await using var engine = await RecordingEngine.StartAsync();
        using var process = Start("--logtostderr", "-v=1", "--tracing", "file:x", engine.Address);
        using var channel = new GrpcChannel($"127.0.0.1:{await ReadPortAsync(process)}");
        var client = new ResourceProviderClient(channel);
        using var limit = new CancellationTokenSource(Patience);

        await SignalAsync(process, "INT");
        await SignalAsync(process, "TERM");
        Assert.NotEqual("", (await client.GetPluginInfoAsync(limit.Token)).Version);
        await client.CancelAsync(limit.Token);
        await SignalAsync(process, "TERM");
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
        Assert.Equal("", await process.StandardOutput.ReadToEndAsync(limit.Token));
    }

    [SkippableFact]
    public async Task Signals_end_a_plugin_whose_engine_is_not_there()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals of this kind exist on Unix alone.");
        using var process = Start("127.0.0.1:1");
        await ReadPortAsync(process);
        using var limit = new CancellationTokenSource(Patience);

        await SignalAsync(process, "TERM");
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("statuses", 2)]
    [InlineData("lab", 2)]
    [InlineData("help", 0)]
    [InlineData("--help", 0)]
    public async Task Words_never_start_a_plugin(string argument, int code)
    {
        using var process = Start(argument);
        using var limit = new CancellationTokenSource(Patience);
        var messages = process.StandardError.ReadToEndAsync(limit.Token);

        var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(code, process.ExitCode);
        Assert.Contains("pulumi-resource-partnertrust ", code == 0 ? output : await messages, StringComparison.Ordinal);
        Assert.Equal("", code == 0 ? await messages : output);
    }

    [SkippableTheory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("QUIT")]
    public async Task Signals_end_the_lab_in_good_order(string signal)
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals of this kind exist on Unix alone.");
        var data = Folders.Make("lab");
        Assert.Equal(0, (await CommandRun.OfAsync(["lab", "init", "--identity", Guid.NewGuid().ToString(), "--data", data])).Code);
        using var process = Start("lab", "serve", "--data", data);
        using var limit = new CancellationTokenSource(Patience);
        Assert.StartsWith("The trust at a glance: ", await process.StandardOutput.ReadLineAsync(limit.Token), StringComparison.Ordinal);

        await SignalAsync(process, signal);
        var rest = await process.StandardOutput.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
        Assert.EndsWith("Stopped." + Environment.NewLine, rest, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Attached_without_an_engine_it_serves_and_ends_on_a_signal()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals of this kind exist on Unix alone.");
        using var process = Start();
        var port = await ReadPortAsync(process);
        await using var engine = await RecordingEngine.StartAsync();
        using var limit = new CancellationTokenSource(Patience);
        using (var channel = new GrpcChannel($"127.0.0.1:{port}"))
        {
            var client = new ResourceProviderClient(channel);
            await client.AttachAsync(new PluginAttach { Address = engine.Address }, limit.Token);
            Assert.Contains("partnertrust", (await client.GetSchemaAsync(new GetSchemaRequest(), limit.Token)).Schema, StringComparison.Ordinal);
        }

        await SignalAsync(process, "INT");
        await process.WaitForExitAsync(limit.Token);

        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task Settings_of_web_applications_that_lie_about_are_none_of_the_plugin()
    {
        var folder = Directory.CreateTempSubdirectory();
        await File.WriteAllTextAsync(
            Path.Combine(folder.FullName, "appsettings.json"), """{ "Kestrel": { "Endpoints": { "Elsewhere": { "Url": "http://no.such.place.invalid:1" } } } }""");
        var start =
            new ProcessStartInfo("dotnet", ["exec", Plugin, "127.0.0.1:1"]) { RedirectStandardOutput = true, WorkingDirectory = folder.FullName };
        start.Environment["Kestrel__Endpoints__Elsewhere__Protocols"] = "Http1";
        start.Environment["ASPNETCORE_URLS"] = "http://no.such.place.invalid:2";
        using var process = Process.Start(start)!;
        using var channel = new GrpcChannel($"127.0.0.1:{await ReadPortAsync(process)}");
        using var limit = new CancellationTokenSource(Patience);

        Assert.NotEqual("", (await new ResourceProviderClient(channel).GetPluginInfoAsync(limit.Token)).Version);

        process.Kill();
        await process.WaitForExitAsync(limit.Token);
        folder.Delete(recursive: true);
    }

    [SkippableFact]
    public async Task An_orphan_ends_by_itself_soon_after_its_parent_was_killed()
    {
        Skip.If(OperatingSystem.IsWindows(), "The parent of this test is a Unix shell.");
        using var parent = Run("sh", ["-c", "\"$@\" & read -r _", "sh", "dotnet", "exec", Plugin, "127.0.0.1:1"]);
        await ReadPortAsync(parent);
        using var limit = new CancellationTokenSource(Patience);

        parent.Kill();

        // The pipe ends when the last process that holds it does.
        Assert.Equal("", await parent.StandardOutput.ReadToEndAsync(limit.Token));
    }

    [SkippableFact]
    public async Task A_plugin_without_an_engine_outlives_whoever_started_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "The parent of this test is a Unix shell.");
        using var parent = Run("sh", ["-c", "\"$@\" & echo $!; read -r _", "sh", "dotnet", "exec", Plugin]);
        var number = await ReadPortAsync(parent);
        var port = await ReadPortAsync(parent);
        using var limit = new CancellationTokenSource(Patience);

        parent.Kill();
        await parent.WaitForExitAsync(limit.Token);

        using var channel = new GrpcChannel($"127.0.0.1:{port}");
        Assert.NotEqual("", (await new ResourceProviderClient(channel).GetPluginInfoAsync(limit.Token)).Version);
        using var plugin = Process.GetProcessById(number);
        plugin.Kill();
    }

    private static string Plugin => Path.Combine(AppContext.BaseDirectory, "pulumi-resource-partnertrust.dll");

    private static Process Start(params string[] arguments) => Run("dotnet", ["exec", Plugin, .. arguments]);

    private static Process Run(string program, string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        })!;

    /// <summary>Digits and a line feed, nothing before them.</summary>
    private static async Task<int> ReadPortAsync(Process process)
    {
        var line = new List<byte>();
        var one = new byte[1];
        using var limit = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.BaseStream.ReadAsync(one, limit.Token) == 1 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return int.Parse(System.Text.Encoding.ASCII.GetString([.. line]), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static async Task SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
