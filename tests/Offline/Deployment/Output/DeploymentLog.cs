using System.Collections.Immutable;
using PartnerTrust.Deployment.Steps;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Output;

/// <summary>What one preview, update, refresh or destroy did and said.</summary>
public sealed class DeploymentLog
{
    private readonly Lock gate = new();
    private readonly List<Step> steps = [];
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>Told of every step when it ends, in the order in which they end.</summary>
    public event Action<Step>? StepEnded;

    /// <summary>Told of every message, the status lines that are not kept included.</summary>
    public event Action<Diagnostic, bool>? Said;

    public ImmutableArray<Step> Steps
    {
        get
        {
            lock (gate)
            {
                return [.. steps];
            }
        }
    }

    public ImmutableArray<Diagnostic> Diagnostics
    {
        get
        {
            lock (gate)
            {
                return [.. diagnostics];
            }
        }
    }

    public PropertyMap OldOutputs { get; set; } = PropertyMap.Empty;

    public PropertyMap Outputs { get; set; } = PropertyMap.Empty;

    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    public void Ended(Step step)
    {
        lock (gate)
        {
            steps.Add(step);
            StepEnded?.Invoke(step);
        }
    }

    public void Say(DiagnosticSeverity severity, string urn, string message, bool ephemeral = false)
    {
        var diagnostic = new Diagnostic(severity, urn, message.TrimEnd());
        lock (gate)
        {
            if (!ephemeral)
            {
                diagnostics.Add(diagnostic);
            }

            Said?.Invoke(diagnostic, ephemeral);
        }
    }

    public void Warn(string urn, string message) => Say(DiagnosticSeverity.Warning, urn, message);

    public void Error(string urn, string message) => Say(DiagnosticSeverity.Error, urn, message);
}
