using PartnerTrust.Plugin.Secrets;

namespace PartnerTrust.Plugin.Session;

/// <summary>Tells the user what a long step is doing: first within a second, then at least every five.</summary>
internal sealed class StatusLine : IProgress<string>, IAsyncDisposable
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan Repeat = TimeSpan.FromSeconds(4);

    private readonly EngineLink engine;
    private readonly string urn;
    private readonly SecretTexts secrets;
    private readonly TimeProvider time;
    private readonly long start;
    private readonly CancellationTokenSource ended = new();
    private readonly ITimer timer;
    private readonly Lock gate = new();
    private string step;
    private Task sent = Task.CompletedTask;

    public StatusLine(EngineLink engine, string urn, string step, SecretTexts secrets, TimeProvider time)
    {
        (this.engine, this.urn, this.step, this.secrets, this.time) = (engine, urn, step, secrets, time);
        start = time.GetTimestamp();
        timer = time.CreateTimer(_ => Show(withDuration: true), null, First, Repeat);
    }

    public void Report(string value)
    {
        step = secrets.Hide(value);
        Show(withDuration: false);
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        await ended.CancelAsync();
        await sent;
        ended.Dispose();
    }

    private void Show(bool withDuration)
    {
        var seconds = (int)time.GetElapsedTime(start).TotalSeconds;
        var text = withDuration && seconds > 0 ? $"{step} ({seconds}s)" : step;
        lock (gate)
        {
            sent = SendAfterAsync(sent, text);
        }
    }

    private async Task SendAfterAsync(Task before, string text)
    {
        await before;
        await engine.ShowAsync(urn, text, ended.IsCancellationRequested ? new CancellationToken(canceled: true) : ended.Token);
    }
}
