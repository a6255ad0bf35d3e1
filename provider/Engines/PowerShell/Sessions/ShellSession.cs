using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Options;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>The cmdlets of one server: a shell that is opened when it is first needed and again when it was lost, one call at a time. What reads is
/// repeated once when its answer is lost; what writes, never (powershell.md 11).</summary>
internal sealed class ShellSession(ShellTarget target, Timeouts limits, ITranscript transcript, TimeProvider clock) : ICmdletRunner, IAsyncDisposable
{
    private readonly CmdletTable table = new([.. SessionCmdlets.Table, .. MachineCmdlets.Table, .. target.Opening.Cmdlets]);
    private readonly SemaphoreSlim gate = new(1, 1);
    private ShellConversation? shell;

    public string Server => target.Server;

    public TimeSpan? ClockOffset { get; private set; }

    /// <summary>Of the process of the open shell; null while none is open.</summary>
    public int? ProcessId => shell is { IsOpen: true } open ? open.ProcessId : null;

    public async Task<CallAnswer> RunAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var effect = table.Require(call).Effect;
        await gate.WaitAsync(cancellationToken);
        try
        {
            return effect == CmdletEffect.Reads
                ? await ReadAsync(call, progress, cancellationToken)
                : await SendAsync(call, effect, progress, cancellationToken);
        }
        catch (ShellLostException lost)
        {
            var fault = effect == CmdletEffect.Reads ? lost.Fault : lost.Fault with { Kind = FaultKind.Unknown };
            throw new FaultException(fault, lost);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Whether the shell runs on that machine. Where its command line leads to another machine by ssh, that is the server's own, unless the
    /// server has several.</summary>
    public async Task<bool> RunsOnAsync(string machine, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            var open = await OpenAsync(progress, cancellationToken);
            return open.Greeting.Machine.Equals(machine.Split('.')[0], StringComparison.OrdinalIgnoreCase)
                || (target.Line.IsRemote && machine == target.Server);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Ends the shell; the next call opens another.</summary>
    public async Task CloseAsync()
    {
        await gate.WaitAsync(CancellationToken.None);
        try
        {
            await EndAsync();
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        gate.Dispose();
    }

    private async Task<CallAnswer> ReadAsync(CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        CallAnswer answer;
        try
        {
            answer = await SendAsync(call, CmdletEffect.Reads, progress, cancellationToken);
        }
        catch (ShellLostException) when (!cancellationToken.IsCancellationRequested)
        {
            answer = await SendAsync(call, CmdletEffect.Reads, progress, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }

    private async Task<CallAnswer> SendAsync(
        CmdletCall call, CmdletEffect effect, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var open = await OpenAsync(progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        progress.Report($"{target.Server}: {call.Cmdlet}");
        CallAnswer? answer = null;
        try
        {
            answer = await open.RunAsync(call, limits.Of(effect), cancellationToken);
        }
        finally
        {
            transcript.Note(target.Server, call, answer);
        }

        return ErrorClassifier.IsSessionLost(answer)
            ? throw await AbandonAsync(new ShellLostException(ErrorClassifier.Instance.Classify(target.Server, call, answer)))
            : answer;
    }

    private async Task<ShellConversation> OpenAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        if (shell is { IsOpen: true } open)
        {
            return open;
        }

        await EndAsync();
        progress.Report($"Opening a shell for {target.Server}");
        using var span = CmdletSpan.OfOpening(target.Server);
        shell = await ShellOpener.OpenAsync(target, table, limits.Open, transcript, clock, cancellationToken);
        span.Opened();
        ClockOffset = shell.Greeting.ClockOffset;
        return shell;
    }

    /// <summary>A shell whose remote session is gone is of no use any more.</summary>
    private async Task<ShellLostException> AbandonAsync(ShellLostException lost)
    {
        await EndAsync();
        return lost;
    }

    private async Task EndAsync()
    {
        if (shell is { } ending)
        {
            shell = null;
            await ShellOpener.CloseAsync(ending, target);
        }
    }
}
