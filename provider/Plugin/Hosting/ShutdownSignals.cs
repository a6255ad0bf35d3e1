using System.Runtime.InteropServices;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>Signals never end the process by themselves: a terminal's Ctrl-C reaches plugin and engine at once, and the engine still needs
/// the answers that are under way (pulumi-protocol.md 1.5).</summary>
internal sealed class ShutdownSignals : IDisposable
{
    private readonly TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] registrations;
    private readonly Func<Task<bool>> mayEnd;

    public ShutdownSignals(Func<Task<bool>> mayEnd)
    {
        this.mayEnd = mayEnd;
        registrations = [.. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT }.Select(
            signal => PosixSignalRegistration.Create(signal, Handle))];
    }

    /// <summary>Signals that end the process whenever they come.</summary>
    public static ShutdownSignals ThatAlwaysEnd() => new(() => Task.FromResult(true));

    /// <summary>Completes with the first signal that may end the process.</summary>
    public Task Received => received.Task;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        _ = DecideAsync();
    }

    private async Task DecideAsync()
    {
        if (await mayEnd())
        {
            received.TrySetResult();
        }
    }
}
