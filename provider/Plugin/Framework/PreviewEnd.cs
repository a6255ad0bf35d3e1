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

    /// <summary>Says nothing where no preview ends: in an update, after an error, and when the user interrupts. Where nothing is to be done, at most
    /// that the trust is about to end.</summary>
    /// <param name="mayBegin">Whether nobody else tells of the whole.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellAsync(bool mayBegin, CancellationToken cancellationToken)
    {
        var (preview, planned) = (run.Preview, run.Preview.Whole);
        var tellsEnd = planned is null && mayBegin && preview is { IsIdle: true, Horizon.IsReached: true };
        if ((planned is null && !tellsEnd) || preview.IsContested() || session.Cancelled.IsCancellationRequested)
        {
            return;
        }

        using var deadline = new CancellationTokenSource(Longest, session.Time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            var stack = PackageTokens.StackUrnOf(preview.Declared ?? "");
            if (planned is not null)
            {
                await DeleteReplacedAsync(planned, stop.Token);
                await new PreviewClosing(planned, preview, session).TellAsync(stack, stop.Token);
            }
            else if (await preview.BeginAsync(stack, stop.Token) is { } unchanged)
            {
                await new NearestFailure(unchanged, session).TellAsync(stack, "No change here, but ", preview.Horizon.Days, stop.Token);
            }
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
