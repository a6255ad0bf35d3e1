using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>What the process leaves to whoever started it: what its work returns, or 1 where something went wrong. What went wrong is told in
/// one line each, and no exception gets out.</summary>
internal static class ProcessResult
{
    public const int Failed = 1;

    /// <summary>The command line is not written as it must be, or names what is not there.</summary>
    public const int Misused = 2;

    /// <param name="messages">Where to tell.</param>
    /// <param name="work">What to do.</param>
    public static async Task<int> OfAsync(TextWriter messages, Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (FaultException refusal)
        {
            await messages.WriteLineAsync(string.Join(Environment.NewLine, refusal.Faults.Select(fault => fault.Text)));
        }
        catch (OperationCanceledException)
        {
            await messages.WriteLineAsync(FaultCatalogue.OperationCancelled().Text);
        }
        catch (Exception failure)
        {
            await messages.WriteLineAsync(FaultCatalogue.Unexpected(failure.GetType().Name).Text);
        }

        return Failed;
    }

    /// <summary>For what fails where nobody waits for it: the same line, and the process ends.</summary>
    public static void Guard(TextWriter messages) => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        messages.WriteLine(FaultCatalogue.Unexpected(unhandled.ExceptionObject.GetType().Name).Text);
        Environment.Exit(Failed);
    };
}
