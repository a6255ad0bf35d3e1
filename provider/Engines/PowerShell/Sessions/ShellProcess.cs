using System.Diagnostics;
using System.Text;
using System.Threading.Channels;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>The process of a shell: one line in, one frame out.</summary>
internal sealed class ShellProcess : IAsyncDisposable
{
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly NoiseKeeper noise = new();
    private readonly Channel<string?> frames = Channel.CreateUnbounded<string?>();
    private readonly Task pumps;

    private ShellProcess(Process process, string marker)
    {
        this.process = process;
        pumps = Task.WhenAll(PumpFramesAsync(new FrameReader(marker, noise)), PumpErrorsAsync());
    }

    /// <summary>The end of what it wrote beside its answers.</summary>
    public string Noise => noise.LastLines;

    /// <summary>Null while it runs.</summary>
    public int? ExitCode => process.HasExited ? process.ExitCode : null;

    public int Id => process.Id;

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program, or it cannot be run.</exception>
    public static ShellProcess Start(ShellCommandLine line, string marker)
    {
        var start = new ProcessStartInfo(line.Program, [.. line.Words.Skip(1), .. BridgeScript.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        if (OperatingSystem.IsWindows())
        {
            // Ctrl-C of the user is the plugin's to answer: the shell is asked to stop.
            start.CreateNewProcessGroup = true;
        }

        var process = new Process { StartInfo = start };
        process.Start();
        if (OperatingSystem.IsWindows())
        {
            WindowsJob.Add(process);
        }

        return new ShellProcess(process, marker);
    }

    /// <exception cref="IOException">It reads no more.</exception>
    public async Task SendAsync(IEnumerable<string> lines, CancellationToken cancellationToken)
    {
        foreach (var line in lines)
        {
            // Bytes: a writer would begin with a byte order mark, which ends the start of the shell.
            await process.StandardInput.BaseStream.WriteAsync(Encoding.ASCII.GetBytes(line + "\n"), cancellationToken);
        }

        await process.StandardInput.BaseStream.FlushAsync(cancellationToken);
    }

    /// <summary>The next frame; null where it arrived damaged.</summary>
    /// <exception cref="ChannelClosedException">The shell has ended.</exception>
    public ValueTask<string?> ReceiveAsync(CancellationToken cancellationToken) => frames.Reader.ReadAsync(cancellationToken);

    /// <summary>Waits until it has ended and all it wrote is read, or kills it.</summary>
    public async Task EndAsync()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It had ended before it read all.
        }

        using var patience = new CancellationTokenSource(EndsWithin);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            Kill();
        }

        await pumps.WaitAsync(EndsWithin).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>With everything that it started.</summary>
    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended by itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        process.Dispose();
    }

    private async Task PumpFramesAsync(FrameReader reader)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            while (await process.StandardOutput.BaseStream.ReadAsync(buffer) is var count and > 0)
            {
                foreach (var frame in reader.Read(buffer.AsMemory(0, count)))
                {
                    frames.Writer.TryWrite(frame);
                }
            }
        }
        catch (IOException)
        {
            // The pipe broke: the shell has ended.
        }
        finally
        {
            frames.Writer.Complete();
        }
    }

    private async Task PumpErrorsAsync()
    {
        try
        {
            var buffer = new byte[4 * 1024];
            while (await process.StandardError.BaseStream.ReadAsync(buffer) is var count and > 0)
            {
                noise.Add(buffer.AsSpan(0, count));
            }
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
