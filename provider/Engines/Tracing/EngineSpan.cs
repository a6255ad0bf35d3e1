using System.Diagnostics;
using PartnerTrust.Engines.Contract.Writing;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tracing;

/// <summary>One call of an engine as a span below the one that runs; nothing where none does.</summary>
internal static class EngineSpan
{
    private const string Outcome = "outcome";

    /// <param name="operation">What the engine is asked to do.</param>
    /// <param name="server">On which server; an fqdn.</param>
    /// <param name="call">Does it.</param>
    public static async Task<T> AroundAsync<T>(string operation, string server, Func<Task<T>> call)
    {
        using var span = Begin(operation, server);
        try
        {
            var answer = await call();
            span?.SetTag(Outcome, "done");
            return answer;
        }
        catch (Exception failure)
        {
            Failed(span, failure);
            throw;
        }
    }

    /// <summary>The same of a write, which tells of a refusal without an exception.</summary>
    public static async Task<WriteOutcome<T>> AroundWriteAsync<T>(string operation, string server, Func<Task<WriteOutcome<T>>> call)
        where T : class
    {
        using var span = Begin(operation, server);
        try
        {
            var outcome = await call();
            Failed(span, outcome switch
            {
                WriteOutcome<T>.Refused { Faults: [var fault, ..] } => $"refused, {fault.Code}",
                WriteOutcome<T>.Interrupted { Fault: var fault } => $"interrupted, {fault.Code}",
                _ => null,
            });
            return outcome;
        }
        catch (Exception failure)
        {
            Failed(span, failure);
            throw;
        }
    }

    public static Activity? Begin(string operation, string server)
    {
        var span = Activity.Current?.Source.StartActivity("engine");
        if (span is not null)
        {
            span.DisplayName = operation;
            span.SetTag("server.address", server);
        }

        return span;
    }

    public static void Failed(Activity? span, Exception failure) => Failed(span, failure switch
    {
        FaultException { Faults: [var fault, ..] } => fault.Code,
        OperationCanceledException => "cancelled",
        _ => failure.GetType().Name,
    });

    private static void Failed(Activity? span, string? reason)
    {
        span?.SetTag(Outcome, reason ?? "done");
        span?.SetStatus(reason is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
    }
}
