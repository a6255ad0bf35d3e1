using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Openings;
using PartnerTrust.Engines.PowerShell.Recording;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Sessions;

/// <summary>Starts the shell of a server and brings the product's cmdlets into it.</summary>
internal sealed class ShellOpener
{
    private static readonly Version OldestVersion = new(5, 1);

    /// <summary>How long a shell that may lose its input is left alone before it is asked again (powershell.md 5).</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ClosesWithin = TimeSpan.FromSeconds(5);

    private readonly ShellConversation shell;
    private readonly ShellTarget target;
    private readonly TimeSpan limit;
    private readonly ITranscript transcript;
    private readonly TimeProvider clock;

    private ShellOpener(ShellConversation shell, ShellTarget target, TimeSpan limit, ITranscript transcript, TimeProvider clock) =>
        (this.shell, this.target, this.limit, this.transcript, this.clock) = (shell, target, limit, transcript, clock);

    /// <exception cref="FaultException">It could not be opened; nothing was left behind.</exception>
    public static async Task<ShellConversation> OpenAsync(
        ShellTarget target, CmdletTable table, TimeSpan limit, ITranscript transcript, TimeProvider clock, CancellationToken cancellationToken)
    {
        var opening = target.Opening;
        var cmdlets = table.Names.Where(name => !ExchangeScripts.All.ContainsKey(name));
        var terms = new ShellTerms([.. cmdlets], ExchangeScripts.All, opening.NeedsHost);
        var shell = await ShellConversation.StartAsync(target.Server, target.Line, terms, limit, clock, cancellationToken);
        try
        {
            await new ShellOpener(shell, target, limit, transcript, clock).EnterAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return shell;
        }
        catch (ShellLostException lost)
        {
            await shell.DisposeAsync();
            throw new FaultException(lost.Fault, lost);
        }
        catch
        {
            await CloseAsync(shell, target);
            throw;
        }
    }

    /// <summary>Closes what was opened, then the shell.</summary>
    public static async Task CloseAsync(ShellConversation shell, ShellTarget target)
    {
        if (shell.IsOpen && target.Opening.HasSession)
        {
            try
            {
                await shell.RunAsync(SessionCmdlets.CloseSession(), ClosesWithin, CancellationToken.None);
            }
            catch (ShellLostException)
            {
                // Then the session has gone with its shell.
            }
        }

        await shell.DisposeAsync();
    }

    private async Task EnterAsync(CancellationToken cancellationToken)
    {
        if (shell.Greeting.Version < OldestVersion)
        {
            throw new FaultException(FaultCatalogue.ShellOutdated(target.Server, shell.Greeting.Version.ToString()));
        }

        if (target.Line.NeedsSelfTest)
        {
            await TestInputAsync(cancellationToken);
        }

        foreach (var module in target.Opening.Modules)
        {
            await RequireAsync(SessionCmdlets.ImportModule(module), cancellationToken);
        }

        if (!target.Opening.Ways.IsEmpty && (target.Opening.Modules.IsEmpty || !await HasCmdletsAsync(cancellationToken)))
        {
            await GoAsync(cancellationToken);
        }
    }

    private async Task TestInputAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(Pause, clock, cancellationToken);
            await shell.RunAsync(MachineCmdlets.GetDate(), AnswersWithin, cancellationToken);
        }
        catch (ShellLostException lost)
        {
            throw new FaultException(FaultCatalogue.ShellLosesInput(target.Server), lost);
        }
    }

    /// <summary>The first of the product's ways that leads there; where none does, why the first did not.</summary>
    private async Task GoAsync(CancellationToken cancellationToken)
    {
        Fault? first = null;
        foreach (var way in target.Opening.Ways)
        {
            var obstacle = await TakeAsync(way, cancellationToken);
            if (obstacle is null && await HasCmdletsAsync(cancellationToken))
            {
                return;
            }

            first ??= obstacle;
        }

        throw new FaultException(first ?? FaultCatalogue.NoCmdletThere(target.Server, target.Opening.Description, shell.Greeting.User));
    }

    /// <summary>Why the way does not lead there; null when it does.</summary>
    private async Task<Fault?> TakeAsync(IEnumerable<CmdletCall> way, CancellationToken cancellationToken)
    {
        foreach (var call in way)
        {
            var answer = await RunAsync(call, cancellationToken);
            if (!answer.Succeeded && !IsTolerable(call, answer))
            {
                return ErrorClassifier.Instance.Classify(target.Server, call, answer);
            }
        }

        return null;
    }

    /// <summary>Start-up scripts complain of the missing console; what counts is which cmdlets are there afterwards (powershell.md 5).</summary>
    private static bool IsTolerable(CmdletCall call, CallAnswer answer) =>
        call.Cmdlet == SessionCmdlets.ExchangeScript && answer.Ending == CallEnding.Done;

    private async Task RequireAsync(CmdletCall call, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(call, cancellationToken);
        if (!answer.Succeeded)
        {
            throw new FaultException(ErrorClassifier.Instance.Classify(target.Server, call, answer));
        }
    }

    private async Task<bool> HasCmdletsAsync(CancellationToken cancellationToken)
    {
        var found = await RunAsync(SessionCmdlets.FindCommands(target.Opening.Cmdlets.Select(cmdlet => cmdlet.Name)), cancellationToken);
        return !found.Objects.IsEmpty;
    }

    private async Task<CallAnswer> RunAsync(CmdletCall call, CancellationToken cancellationToken)
    {
        var answer = await shell.RunAsync(call, limit, cancellationToken);
        transcript.Note(target.Server, call, answer);
        cancellationToken.ThrowIfCancellationRequested();
        return answer;
    }
}
