using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.IO.Pipes;
using System.Text;
using PartnerTrust.CmdletSimulator.Wire;
using PartnerTrust.CmdletSimulator.World;
using PartnerTrust.CmdletSimulator.World.Troubles;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>Answers the generated functions of any number of shells over a named pipe, one call a connection.</summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    /// <summary>Environment variable: where the world answers.</summary>
    public const string PipeVariable = "PARTNERTRUST_SIMULATOR";

    /// <summary>Environment variable: fqdn of the machine that the shell is on.</summary>
    public const string MachineVariable = "PARTNERTRUST_SIMULATOR_MACHINE";

    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Task, bool> connections = new();
    private readonly TemporaryDirectory folder = new();
    private readonly Task listening;

    private SimulatorServer(SimulatedWorld world)
    {
        Play(world);
        Pipe = OperatingSystem.IsWindows() ? $"partnertrust-{Guid.NewGuid():N}" : folder.Combine("world");
        Directory.CreateDirectory(TemporaryFolder);
        listening = ListenAsync(Open());
    }

    public SimulatedWorld World { get; private set; }

    /// <summary>Name of the pipe; on Unix the path of its socket.</summary>
    public string Pipe { get; }

    /// <summary>Where the shells of all machines put their temporary files.</summary>
    public string TemporaryFolder => folder.Combine("temporary");

    public static SimulatorServer Start(SimulatedWorld world) => new(world);

    /// <summary>From now on another world answers the same shells. Its servers have the names of those before.</summary>
    [MemberNotNull(nameof(World))]
    public void Play(SimulatedWorld world)
    {
        world.SessionModules = new SessionModules(folder.Path);
        World = world;
    }

    /// <summary>What the shell of a machine needs in its environment.</summary>
    public ImmutableDictionary<string, string> EnvironmentOf(string machine)
    {
        var server = World.FindServer(machine) ?? throw new ArgumentException($"There is no server {machine} in the world.", nameof(machine));
        var modules = SharedModules.Of(World.EditionOf(server));
        var environment = ImmutableDictionary<string, string>.Empty
            .Add(PipeVariable, Pipe)
            .Add(MachineVariable, machine)
            .Add("PSModulePath", modules.Path);
        return server.Product == ServerProduct.ExchangeServer
            ? environment.Add("ExchangeInstallPath", modules.InstallPath + Path.DirectorySeparatorChar)
            : environment;
    }

    /// <summary>The module that the shell of such a machine imports before it opens a session to Exchange.</summary>
    public string OverlayOf(string machine) => SharedModules.Of(World.EditionOf(World.FindServer(machine)!)).Overlay;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await listening;
        await Task.WhenAll(connections.Keys);
        stop.Dispose();
        folder.Dispose();
    }

    private NamedPipeServerStream Open() => new(
        Pipe, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);

    private async Task ListenAsync(NamedPipeServerStream first)
    {
        var waiting = first;
        try
        {
            while (true)
            {
                await waiting.WaitForConnectionAsync(stop.Token);
                // The pipe must not be without anybody who listens: whoever connects meanwhile would be turned away.
                var connected = waiting;
                waiting = Open();
                var connection = AnswerAsync(connected);
                connections[connection] = true;
                _ = connection.ContinueWith(done => connections.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
        finally
        {
            await waiting.DisposeAsync();
        }
    }

    private async Task AnswerAsync(NamedPipeServerStream pipe)
    {
        await using var _ = pipe;
        try
        {
            using var reader = new StreamReader(pipe, Encoding.ASCII, leaveOpen: true);
            if (await reader.ReadLineAsync(stop.Token) is not { } line)
            {
                return;
            }

            var call = CallReader.Read(line);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(stop.Token);
            var leaving = WatchAsync(reader, gone);
            var answer = await World.AnswerAsync(call, gone.Token);
            await pipe.WriteAsync(Encoding.ASCII.GetBytes(AnswerWriter.Write(answer, call.Layer, call.Machine) + "\n"), gone.Token);
            await leaving;
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or PipeDroppedException or ObjectDisposedException)
        {
            // The cmdlet was stopped, its shell is gone, the server stops, or the connection is to be dropped.
        }
    }

    /// <summary>Ends when the cmdlet closes its end: that it was stopped, it tells in no other way.</summary>
    private static async Task WatchAsync(StreamReader reader, CancellationTokenSource gone)
    {
        try
        {
            await reader.ReadLineAsync(gone.Token);
            await gone.CancelAsync();
        }
        catch (Exception end) when (end is OperationCanceledException or IOException or ObjectDisposedException)
        {
            // The same.
        }
    }
}
