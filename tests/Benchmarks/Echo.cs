using System.Diagnostics;

namespace PartnerTrust.Benchmarks;

/// <summary>The fastest process that answers a line.</summary>
internal sealed class Echo : IDisposable
{
    private readonly Process process = Process.Start(new ProcessStartInfo("cat") { RedirectStandardInput = true, RedirectStandardOutput = true })!;

    public async Task AskAsync(CancellationToken cancellation)
    {
        await process.StandardInput.WriteLineAsync("a line".AsMemory(), cancellation);
        await process.StandardInput.FlushAsync(cancellation);
        await process.StandardOutput.ReadLineAsync(cancellation);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }
}
