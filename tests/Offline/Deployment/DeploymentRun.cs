using System.Collections.Concurrent;
using System.Security.Cryptography;
using Google.Protobuf;
using PartnerTrust.Deployment.Output;
using PartnerTrust.Deployment.Plugins;
using PartnerTrust.Deployment.Projects;
using PartnerTrust.Deployment.Registrations;
using PartnerTrust.Deployment.State;
using PartnerTrust.Deployment.Steps;

namespace PartnerTrust.Deployment;

/// <summary>What everything that takes part in one preview, update, refresh or destroy shares.</summary>
internal sealed class DeploymentRun : IDisposable
{
    private readonly CancellationTokenSource stopping;
    private readonly SemaphoreSlim places;
    private readonly ConcurrentDictionary<string, ByteString> seeds = new();
    private readonly ConcurrentDictionary<string, byte> replaced = new();
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly Dictionary<string, Slot> olds;

    public DeploymentRun(
        ProjectFile project,
        string stack,
        StackConfiguration configuration,
        RunOptions options,
        StateJournal journal,
        DeploymentLog log,
        TimeProvider time,
        Interruption interruption)
    {
        Project = project;
        Stack = stack;
        Configuration = configuration;
        Options = options;
        Journal = journal;
        Log = log;
        Time = time;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(interruption.Stop);
        Hard = interruption.Terminate;
        Interrupted = interruption.Stop;
        places = new SemaphoreSlim(options.Parallel);
        Providers = new ProviderRegistry(this);
        olds = journal.Before.Where(slot => !slot.State.Delete).GroupBy(slot => slot.State.Urn)
            .ToDictionary(group => group.Key, group => group.First());
    }

    public ProjectFile Project { get; }

    public string Stack { get; }

    public StackConfiguration Configuration { get; }

    public RunOptions Options { get; }

    public StateJournal Journal { get; }

    public DeploymentLog Log { get; }

    public TimeProvider Time { get; }

    public ProviderRegistry Providers { get; }

    /// <summary>Where the monitor and the engine listen, once they do.</summary>
    public string Address { get; set; } = "";

    public bool IsPreview => Options.IsPreview;

    /// <summary>What the stack held, by URN, less what only waits for its deletion.</summary>
    public IReadOnlyDictionary<string, Slot> Olds => olds;

    /// <summary>What the program has registered so far, by URN.</summary>
    public ConcurrentDictionary<string, Registered> Registered { get; } = new();

    /// <summary>Deleted ahead of their replacement, because something that they depend on was.</summary>
    public ConcurrentDictionary<string, byte> DeletedAhead { get; } = new();

    /// <summary>The user asked twice: nobody is waited for.</summary>
    public CancellationToken Hard { get; }

    /// <summary>The user asked to stop: plugins are told, so that long work ends early.</summary>
    public CancellationToken Interrupted { get; }

    /// <summary>A step failed or the user asked to stop: what runs may end, nothing new begins.</summary>
    public CancellationToken Stopping => stopping.Token;

    public bool HasFailed { get; private set; }

    /// <summary>What the stack held is now known better; null: it is gone.</summary>
    public void Renew(string urn, Slot? slot)
    {
        olds.Remove(urn);
        if (slot is not null)
        {
            olds.Add(urn, slot);
        }
    }

    public void MarkReplaced(string urn) => replaced[urn] = 0;

    public bool IsReplaced(string urn) => replaced.ContainsKey(urn);

    /// <summary>The same for both checks of one registration, new in every run.</summary>
    public ByteString Seed(string urn) => seeds.GetOrAdd(urn, _ => ByteString.CopyFrom(RandomNumberGenerator.GetBytes(32)));

    public void Fail(string urn, string message)
    {
        HasFailed = true;
        Log.Error(urn, message);
        stopping.Cancel();
    }

    public void ThrowIfStopping()
    {
        Stopping.ThrowIfCancellationRequested();
    }

    /// <summary>Lets what was begun end, even when the program that asked for it is gone.</summary>
    public async Task<T> TrackAsync<T>(Task<T> work)
    {
        running[work] = 0;
        try
        {
            return await work;
        }
        finally
        {
            running.TryRemove(work, out _);
        }
    }

    public async Task SettleAsync()
    {
        foreach (var work in running.Keys)
        {
            await work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits for one of the places that <c>--parallel</c> allows.</summary>
    public async Task<IDisposable> EnterAsync()
    {
        await places.WaitAsync(Hard);
        return new Place(places);
    }

    public void Report(
        StepOperation operation, ResourceState? old, ResourceState? state, DiffAnswer? diff = null, long started = 0, string? error = null) =>
        Log.Ended(new Step(operation, old, state)
        {
            Changes = diff?.Details ?? PropertyChange.None,
            Duration = started == 0 ? TimeSpan.Zero : Time.GetElapsedTime(started),
            Error = error,
        });

    public void Dispose()
    {
        stopping.Dispose();
        places.Dispose();
    }

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
