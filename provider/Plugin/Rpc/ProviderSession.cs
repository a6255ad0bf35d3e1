using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Embedded.Lab;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Logging;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Resources;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Succession;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>What one plugin process knows between calls: its configuration, its engine (opened when first needed) and whether it was cancelled.</summary>
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
        Preview = new PreviewScope(this);
        Cancelled = cancelled.Token;
    }

    public SessionEnvironment Environment { get; private set; }

    public PackageSchema Schema => Environment.Schema;

    public TimeProvider Time => Environment.Time;

    public EngineLink Link { get; }

    /// <summary>What no message and no line of the log may show.</summary>
    public SessionSecrets Secrets { get; } = new();

    /// <summary>What is planned while the process serves a preview.</summary>
    public PreviewScope Preview { get; }

    internal Successions Successions { get; } = new();

    internal Predecessors Predecessors { get; } = new();

    internal Declarations Declarations { get; } = new();

    public CertificateFiles Certificates { get; } = new();

    public CancellationToken Cancelled { get; }

    public Installation Installation => installation ?? throw new FaultException(FaultCatalogue.NotConfigured());

    /// <summary>How registrations name the provider resource that this process serves; empty while the engine has not told.</summary>
    public string Reference { get; set; } = "";

    /// <summary>The last settings count. The emulated servers go by the clock of their data directory, which is so far ahead of the machine's,
    /// however often the session is configured.</summary>
    public void Configure(Installation configured)
    {
        Preview.End();
        Successions.Clear();
        Declarations.Clear();
        installation = configured;
        Environment = Environment with
        {
            Time = configured is { Engine: Installation.Embedded, DataDirectory: { } directory } ? LabClock.Of(directory, machine) : machine,
        };
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

    /// <summary>The engine to ask about what will be when a resource's turn comes: in a preview the planned trust, else the real one.</summary>
    public async ValueTask<ITrustEngine> OpenPlanningEngineAsync(CancellationToken cancellationToken) =>
        Preview.Planned?.Engine ?? await OpenEngineAsync(cancellationToken);

    public Task CancelAsync() => cancelled.CancelAsync();

    public async ValueTask DisposeAsync()
    {
        if (engine is not null)
        {
            await engine.DisposeAsync();
        }

        Preview.Dispose();
        Link.Dispose();
        cancelled.Dispose();
        opening.Dispose();
    }
}

/// <summary>Opens the engine that the configuration asks for.</summary>
public delegate Task<ITrustEngine> TrustEngineFactory(
    Installation installation, SessionEnvironment environment, CancellationToken cancellationToken);
