using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Hosting;

/// <summary>What a command leaves to whoever started it: 0 when all went well, 1 when it did not, 2 when it was not written as it must be.
/// What stood against it is told in one line each, and no exception gets out.</summary>
internal static class CommandResult
{
    public const int Failed = 1;
    public const int Misused = 2;

    private static readonly string NoCommand = FaultCatalogue.CommandUnknown("", "").Code;
    private static readonly string WrongForm = FaultCatalogue.CommandMisused("", "").Code;

    /// <param name="messages">Where to tell.</param>
    /// <param name="usage">What is told after a word that is no command.</param>
    /// <param name="command">What to do.</param>
    public static async Task<int> OfAsync(TextWriter messages, string usage, Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (FaultException refusal)
        {
            await messages.WriteLineAsync(string.Join(Environment.NewLine, refusal.Faults.Select(fault => fault.Text)));
            if (refusal.Faults.Any(fault => fault.Code == NoCommand))
            {
                await messages.WriteLineAsync(usage.TrimEnd());
            }

            return refusal.Faults.Any(IsMisuse) ? Misused : Failed;
        }
        catch (OperationCanceledException)
        {
            await messages.WriteLineAsync(FaultCatalogue.OperationCancelled().Text);
            return Failed;
        }
        catch (Exception failure)
        {
            await messages.WriteLineAsync(FaultCatalogue.Unexpected(failure.GetType().Name).Text);
            return Failed;
        }
    }

    /// <summary>For what fails where nobody waits for it: the same line, and the process ends.</summary>
    public static void GuardProcess(TextWriter messages) => AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
    {
        messages.WriteLine(FaultCatalogue.Unexpected(unhandled.ExceptionObject.GetType().Name).Text);
        Environment.Exit(Failed);
    };

    private static bool IsMisuse(Fault fault) => fault.Code == NoCommand || fault.Code == WrongForm;
}
