using Grpc.Core;
using PartnerTrust.Protocol.Messages;

namespace Pulumi;

/// <summary>Runs a program to its end and says how it went.</summary>
internal static class ProgramRunner
{
    /// <summary>The language host prints nothing more after this exit code: the user has been told.</summary>
    public const int FailedAndReported = 32;

    public static async Task<int> RunAsync(ProgramRun run, Func<Stack> createStack, bool registerProperties)
    {
        try
        {
            var stack = createStack();
            if (registerProperties)
            {
                stack.RegisterPropertyOutputs();
            }
        }
        catch (Exception exception)
        {
            return await ReportAsync(run, [exception]);
        }

        if (await run.Tasks.WaitAsync() is { Count: > 0 } failures)
        {
            return await ReportAsync(run, failures);
        }

        if (run.Log.LoggedErrors)
        {
            return 1;
        }

        return await SignalAsync(run);
    }

    private static async Task<int> SignalAsync(ProgramRun run)
    {
        try
        {
            await run.Monitor.SignalAndWaitForShutdownAsync();
            return 0;
        }
        catch (Exception exception)
        {
            return await ReportAsync(run, [exception]);
        }
    }

    private static async Task<int> ReportAsync(ProgramRun run, IReadOnlyList<Exception> failures)
    {
        foreach (var failure in failures.Where(failure => !IsEngineGone(failure)))
        {
            var (message, resource) = Describe(failure);
            await run.Log.WriteAsync(LogSeverity.Error, message, resource);
        }

        return FailedAndReported;
    }

    /// <summary>The engine stopped listening because something failed before, and has said what.</summary>
    private static bool IsEngineGone(Exception failure) => failure is RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Cancelled };

    private static (string Message, Resource? Resource) Describe(Exception failure) => failure switch
    {
        RunException => (failure.Message, null),
        ResourceException resource => (resource.HideStack ? resource.Message : resource.ToString(), resource.Resource),
        RpcException rpc => (rpc.Message, null),
        _ => ($"The program failed with an unhandled exception:\n{failure}", null),
    };
}
