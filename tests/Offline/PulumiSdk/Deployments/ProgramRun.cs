using System.Collections.Concurrent;
using PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>One run of a program against one engine: what the ambient <see cref="Deployment.Instance"/> stands for.</summary>
internal sealed class ProgramRun
{
    private static readonly AsyncLocal<ProgramRun?> Ambient = new();

    private readonly ConcurrentDictionary<string, Task<bool>> features = new(StringComparer.Ordinal);

    public ProgramRun(DeploymentSettings settings, IMonitor monitor, Func<LogRequest, Task> sendLog)
    {
        (Settings, Monitor) = (settings, monitor);
        Log = new EngineLog(sendLog, Tasks);
        Instance = new DeploymentInstance(this);
    }

    public static ProgramRun? Current => Ambient.Value;

    public static ProgramRun Required => Current
        ?? throw new InvalidOperationException(
            "There is no deployment: resources and functions can only be used inside Deployment.RunAsync or TestAsync.");

    public DeploymentSettings Settings { get; }

    public IMonitor Monitor { get; }

    public PendingTasks Tasks { get; } = new();

    public EngineLog Log { get; }

    public DeploymentInstance Instance { get; }

    public Stack? Stack { get; set; }

    /// <summary>Makes this the run of everything that the current asynchronous flow does from here on.</summary>
    public void Enter() => Ambient.Value = this;

    /// <summary>Asked once a feature: the answer does not change while a program runs.</summary>
    public Task<bool> SupportsAsync(string feature) => features.GetOrAdd(feature, Monitor.SupportsFeatureAsync);
}
