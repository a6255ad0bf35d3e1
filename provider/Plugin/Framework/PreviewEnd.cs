using Microsoft.Extensions.Logging;
using PartnerTrust.Plugin.Previews;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Framework;

/// <summary>The end of a preview: all that the program declares is planned, and what is told of the whole can be told. Pulumi's engine says so with
/// <c>Cancel</c> (since 3.231; older ones end the process without a word, and nothing of the whole is told).</summary>
internal sealed partial class PreviewEnd(ProgramRun run)
{
    // The engine waits for five seconds (pulumi-protocol.md 1.5).
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly ProviderSession session = run.Session;
    private readonly ILogger log = run.Session.Environment.Logs.CreateLogger<PreviewEnd>();

    /// <summary>Says nothing where no preview ends: in an update, after an error, and when the user interrupts.</summary>
    public async Task TellAsync(CancellationToken cancellationToken)
    {
        if (run.Preview.Whole is not { } planned || run.Preview.IsContested() || session.Cancelled.IsCancellationRequested)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(Longest, session.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            await DeleteReplacedAsync(planned, stop.Token);
            var stack = PackageTokens.StackUrnOf(run.Preview.Declared ?? "");
            await new PreviewClosing(planned, run.Preview.Standing, session).TellAsync(stack, stop.Token);
        }
        catch (Exception failure) when (failure is FaultException or OperationCanceledException)
        {
            LogUntold(log, failure);
        }
    }

    private async Task DeleteReplacedAsync(PlannedTrust planned, CancellationToken cancellationToken)
    {
        var rehearsals = new Rehearsals(session);
        foreach (var replaced in run.TakeReplaced())
        {
            if (rehearsals.ServerOf(replaced.Type, replaced.Lookup) is { } server)
            {
                await rehearsals.DeleteAsync(replaced.Type, replaced.Urn, replaced.Lookup, planned.Engine, cancellationToken);
                await planned.FollowAsync(replaced.Urn, server, cancellationToken);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "What the whole plan shows was not told")]
    private static partial void LogUntold(ILogger logger, Exception failure);
}
