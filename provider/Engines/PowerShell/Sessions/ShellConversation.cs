using System.Security.Cryptography;
using System.Threading.Channels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>One shell from its start to its end: a call after the other, each answered by its number.</summary>
internal sealed class ShellConversation : IAsyncDisposable
{
    /// <summary>How much longer than its limit a call is waited for: the bridge stops it at the limit, and itself where that fails.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(15);

    /// <summary>How long a call that is to stop is waited for.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(8);

    private readonly string server;
    private readonly ShellProcess process;
    private int lastId;
    private bool hasEnded;

    private ShellConversation(string server, ShellProcess process) => (this.server, this.process) = (server, process);

    public ShellGreeting Greeting { get; private set; } = null!;

    /// <summary>False once it has ended, or was asked to.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>Of the process that was started here.</summary>
    public int ProcessId => process.Id;

    /// <summary>Starts the shell and waits until it is ready.</summary>
    /// <param name="server">For whom, as messages name it.</param>
    /// <param name="line">The command line that starts it.</param>
    /// <param name="terms">What it may run.</param>
    /// <param name="limit">For the whole start.</param>
    /// <param name="clock">Against which the clock there is held.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FaultException">There is no shell at the end of that command line.</exception>
    public static async Task<ShellConversation> StartAsync(
        string server, ShellCommandLine line, ShellTerms terms, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        var marker = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var conversation = new ShellConversation(server, Launch(server, line, marker));
        try
        {
            await conversation.GreetAsync(terms.Hello(marker), limit, clock, cancellationToken);
            return conversation;
        }
        catch (ShellLostException lost)
        {
            await conversation.process.EndAsync();
            var failure = conversation.hasEnded ? StartFailures.Of(server, line, conversation.process.ExitCode, conversation.process.Noise) : null;
            await conversation.DisposeAsync();
            throw new FaultException(failure ?? lost.Fault, lost);
        }
        catch
        {
            await conversation.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends the call and waits for its answer. When it is cancelled the cmdlet is stopped, and the answer says so.</summary>
    /// <exception cref="ShellLostException">The answer will not come.</exception>
    public async Task<CallAnswer> RunAsync(CmdletCall call, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var span = CmdletSpan.OfCall(server, call);
        var id = ++lastId;
        await SendAsync(CallWriter.Write(id, call, limit), call.Cmdlet);
        using var patience = new CancellationTokenSource(limit + Grace);
        await using var stopping = cancellationToken.Register(() =>
        {
            patience.CancelAfter(StopsWithin);
            _ = SendAsync([CallWriter.Cancel(id)], call.Cmdlet).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        while (true)
        {
            var answer = await ReceiveAsync(call.Cmdlet, limit, patience.Token);
            if (answer.Value<int?>("id") != id)
            {
                continue;
            }

            IsOpen &= answer.Value<bool?>("stuck") is not true;
            var read = CallReader.Read(answer);
            span.Answered(read);
            return read;
        }
    }

    public async ValueTask DisposeAsync()
    {
        IsOpen = false;
        await process.DisposeAsync();
    }

    private static ShellProcess Launch(string server, ShellCommandLine line, string marker)
    {
        try
        {
            return ShellProcess.Start(line, marker);
        }
        catch (Exception missing) when (missing is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            throw new FaultException(FaultCatalogue.ShellNotStarted(server, line.Program, missing.Message), missing);
        }
    }

    private async Task GreetAsync(string hello, TimeSpan limit, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(limit);
        try
        {
            await SendAsync([BridgeScript.Line, hello], "the start");
            Greeting = ShellGreeting.Read(await ReceiveAsync("the start", limit, patience.Token), clock.GetUtcNow());
        }
        catch (ShellLostException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private async Task SendAsync(IEnumerable<string> lines, string what)
    {
        try
        {
            await process.SendAsync(lines, CancellationToken.None);
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            throw await LostAsync(what);
        }
    }

    private async Task<JObject> ReceiveAsync(string what, TimeSpan limit, CancellationToken cancellationToken)
    {
        try
        {
            return await process.ReceiveAsync(cancellationToken) is { } frame
                ? CallReader.Parse(frame)
                : throw new ShellLostException(FaultCatalogue.AnswerDamaged(server, what));
        }
        catch (ChannelClosedException)
        {
            throw await LostAsync(what);
        }
        catch (OperationCanceledException)
        {
            IsOpen = false;
            process.Kill();
            throw new ShellLostException(FaultCatalogue.ShellSilent(server, what, limit, process.Noise));
        }
        catch (JsonException)
        {
            IsOpen = false;
            throw new ShellLostException(FaultCatalogue.AnswerDamaged(server, what));
        }
    }

    private async Task<ShellLostException> LostAsync(string what)
    {
        (IsOpen, hasEnded) = (false, true);
        await process.EndAsync();
        return new ShellLostException(FaultCatalogue.ShellLost(server, what, process.ExitCode, process.Noise));
    }
}
