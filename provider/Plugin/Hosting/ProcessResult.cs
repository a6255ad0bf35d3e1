using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>What the process leaves to whoever started it: what its work returns, or 1 where something went wrong. What went wrong is told in
/// one line each, and no exception gets out.</summary>
internal static class ProcessResult
{
    public const int Failed = 1;

    /// <param name="messages">Where to tell.</param>
    /// <param name="work">What to do.</param>
    /// <param name="codeOf">The exit code of work that ended with an exception; 1 without it.</param>
    public static async Task<int> OfAsync(TextWriter messages, Func<Task<int>> work, Func<Exception, int>? codeOf = null)
    {
        try
        {
            return await work();
        }
        catch (Exception failure)
        {
            await messages.WriteLineAsync(TextOf(failure));
            return codeOf?.Invoke(failure) ?? Failed;
        }
    }

    private static string TextOf(Exception failure) => failure switch
    {
        FaultException refusal => string.Join(Environment.NewLine, refusal.Faults.Select(fault => fault.Text)),
        OperationCanceledException => FaultCatalogue.OperationCancelled().Text,
        _ => FaultCatalogue.Unexpected(failure.GetType().Name).Text,
    };

    /// <summary>For what fails where nobody waits for it: the same line, and the process ends.</summary>
    public static void Guard(TextWriter messages) => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        messages.WriteLine(FaultCatalogue.Unexpected(unhandled.ExceptionObject.GetType().Name).Text);
        Environment.Exit(Failed);
    };
}
