using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Secrets;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Session;

/// <summary>What one plugin process has for all calls: its configuration, its engine (opened when first needed), the way to Pulumi's engine, and
/// whether it was cancelled. It knows of no resource.</summary>
public sealed class ProviderSession : IAsyncDisposable
{
    private readonly TrustEngineFactory openEngine;
    private readonly TimeProvider machine;
    private readonly SemaphoreSlim opening = new(1);
    private readonly CancellationTokenSource cancelled = new();
    private Installation? installation;
    private ITrustEngine? engine;

    public ProviderSession(SessionEnvironment environment, TrustEngineFactory openEngine)
    {
        Environment = environment with { Logs = new DiscreetLoggerFactory(environment.Logs, Secrets.HideAll) };
        this.openEngine = openEngine;
        machine = environment.Time;
        Link = new EngineLink(Environment.Logs, text => Secrets.OfSettings.Hide(text));
        Cancelled = cancelled.Token;
    }

    public SessionEnvironment Environment { get; private set; }

    public PackageSchema Schema => Environment.Schema;

    public TimeProvider Time => Environment.Time;

    public EngineLink Link { get; }

    /// <summary>What no message and no line of the log may show.</summary>
    public SessionSecrets Secrets { get; } = new();

    public CancellationToken Cancelled { get; }

    public Installation Installation => installation ?? throw new FaultException(FaultCatalogue.NotConfigured());

    public bool IsConfigured => installation is not null;

    /// <summary>Null until it was needed.</summary>
    public ITrustEngine? OpenedEngine => engine;

    /// <summary>How registrations name the provider resource that this process serves; empty while the engine has not told.</summary>
    public string Reference { get; set; } = "";

    /// <summary>For what it meets other sessions; null where the engine is not known.</summary>
    internal Meeting? Meeting { get; private set; }

    /// <summary>Where it tells the other sessions what its part of the program declares; null where it meets none.</summary>
    internal INoticeBoard? Board { get; private set; }

    /// <summary>The last settings count, and the clock of their engine.</summary>
    public void Configure(Installation configured)
    {
        installation = configured;
        Environment = Environment with { Time = EngineOpening.ClockOf(configured, machine) };
    }

    /// <summary>From now on other sessions are found there.</summary>
    internal void MeetAt(IMeetingPlace place) => Environment = Environment with { Meetings = place };

    /// <summary>What was told to the sessions of another meeting is told no more.</summary>
    internal void Join(Meeting? meeting)
    {
        Board?.Dispose();
        Meeting = meeting;
        Board = meeting is null ? null : Environment.Meetings?.BoardOf(meeting);
    }

    public async ValueTask<ITrustEngine> OpenEngineAsync(CancellationToken cancellationToken)
    {
        if (engine is { } open)
        {
            return open;
        }

        await opening.WaitAsync(cancellationToken);
        try
        {
            return engine ??= await openEngine(Installation, Environment, cancellationToken);
        }
        finally
        {
            opening.Release();
        }
    }

    /// <summary>An engine of no configured servers on another data directory, for a look at its store.</summary>
    public Task<ITrustEngine> OpenAtAsync(string directory, CancellationToken cancellationToken) =>
        openEngine(Installation.Empty with { DataDirectory = directory }, Environment, cancellationToken);

    public Task CancelAsync() => cancelled.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        Board?.Dispose();
        Link.Dispose();
        cancelled.Dispose();
        opening.Dispose();
    }
}

/// <summary>Opens the engine that the configuration asks for.</summary>
public delegate Task<ITrustEngine> TrustEngineFactory(
    Installation installation, SessionEnvironment environment, CancellationToken cancellationToken);
