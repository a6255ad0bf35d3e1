using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Foretelling;
using PartnerTrust.Engines.PowerShell.Cmdlets;
using PartnerTrust.Engines.PowerShell.Faults;
using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.PowerShell.Checks;

/// <summary>Makes connectivity checks by the products' own test cmdlets, and probes without them. A cmdlet succeeded where there is no error and
/// an answer; what it says is shown and never judged, being in the server's language (domain.md 6).</summary>
internal sealed class CmdletChecks(
    ServerDirectory servers, IServerReader reader, Func<string, ICmdletRunner> runners, ProbeCheck probe, ForetoldCalls foretold)
    : IConnectivityTester
{
    private const string QuestionStep = "question";
    private const string StorageStep = "storageService";
    private const string CallOutStep = "callOut";
    private const string RecordsStep = "records";

    private const string MailboxChallenge = "mailboxChallenge";

    // What the answered challenge tells already, before a token would be issued.
    private const string NobodyTakesIt = "PT5085";

    private static readonly ImmutableArray<string> WithoutToken = [CallSteps.Autodiscover, CallSteps.Challenge, MailboxChallenge];

    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var caller = servers.FindByHost(request.Server);
        var target = request.NamedTarget is { } named ? servers.FindByHost(named) : null;
        if (CheckRules.Objection(request, caller, target) is { } objection)
        {
            return Failed(QuestionStep, objection);
        }

        var settings = await reader.ReadSettingsAsync(caller!, progress, cancellationToken);
        var way = new CheckWay(request, caller!, target, settings) { User = CheckRules.UserOf(request, servers.FindMailbox(request.SipUri)) };
        return CheckCalls.Of(way, servers) is { } call ? await RunAsync(way, call, progress, cancellationToken)
            : request.Method == ConnectivityMethod.Probe ? await ProbeAsync(way, progress, cancellationToken)
            : Failed(QuestionStep, FaultCatalogue.NoTestCmdlet(caller!.Fqdn, caller.Product));
    }

    /// <summary>A cmdlet goes the whole way in one step. A probe goes it as far as no token is needed.</summary>
    public ConnectivityReport Retell(ConnectivityRequest request, ConnectivityReport foretold)
    {
        var decisive = foretold.Steps.FirstOrDefault(step => !step.Succeeded) ?? foretold.Open ?? foretold.Steps[^1];
        return decisive.Name == CallSteps.Question && !decisive.Succeeded ? foretold
            : StepOf(request, decisive) is { } name ? foretold with { Steps = [.. KeptBefore(name, foretold), decisive with { Name = name }] }
            : foretold;
    }

    /// <summary>Which step tells of what the call meets; null for the step itself.</summary>
    private string? StepOf(ConnectivityRequest request, TraceStep decisive) =>
        servers.FindByHost(request.Server)?.Product == ServerProduct.ExchangeServer ? CallOutStep
        : request.Method != ConnectivityMethod.Probe ? StorageStep
        : WithoutToken.Contains(decisive.Name) ? null
        : decisive.Code != NobodyTakesIt ? RecordsStep
        : decisive.Name == CallSteps.Token ? CallSteps.Challenge
        : MailboxChallenge;

    /// <summary>A probe tells of its own steps, too.</summary>
    private static IEnumerable<TraceStep> KeptBefore(string name, ConnectivityReport foretold) =>
        name is StorageStep or CallOutStep
            ? []
            : foretold.Steps.Where(step => step is { Succeeded: true, IsOpen: false } && WithoutToken.Contains(step.Name) && step.Name != name);

    /// <summary>A probe presents no token: whether one would be taken, the records on both sides tell.</summary>
    private async Task<ConnectivityReport> ProbeAsync(CheckWay way, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var report = await probe.RunAsync(way, progress, cancellationToken);
        return report.Succeeded && await RefusalAsync(way, progress, cancellationToken) is { } refusal
            ? report with { Succeeded = false, Steps = report.Steps.Add(new TraceStep(RecordsStep, false, refusal.Found, refusal)) }
            : report;
    }

    private async Task<ConnectivityReport> RunAsync(
        CheckWay way, CmdletCall call, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var callsOut = way.Caller.Product == ServerProduct.ExchangeServer;
        progress.Report(callsOut
            ? $"{way.Caller.Fqdn} calls {way.First.Place.Host} for {way.Request.SipUri}"
            : $"{way.Caller.Fqdn} writes an item into the mailbox of {way.Request.SipUri}");
        var answer = await runners(way.Caller.Fqdn).RunAsync(call, progress, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var step = callsOut ? CallOutStep : StorageStep;
        return !answer.Succeeded || answer.Objects.IsEmpty || !(callsOut ? SaysSuccess(answer) : SaysNoFailure(answer))
            ? await FailedAsync(way, step, call, answer, progress, cancellationToken)
            : Passed(step, callsOut ? $"{way.First.Place.Host} accepts the token" : Said(answer.Objects.Select(found => found.Whole)));
    }

    private static bool SaysSuccess(CallAnswer answer) => answer.Objects.All(found => found.Text(TestCmdlets.Outcome) == "Success");

    private static bool SaysNoFailure(CallAnswer answer) => answer.Objects.All(found => found.Text(TestCmdlets.Result) != "Failure");

    /// <summary>Where the records themselves tell why, that is the reason; else what the called server said of it.</summary>
    private async Task<ConnectivityReport> FailedAsync(
        CheckWay way, string step, CmdletCall call, CallAnswer answer, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var texts = Texts(answer).ToList();
        var diagnostics = DiagnosticsText.In(texts);
        var cause = answer.Errors.IsEmpty ? null : ErrorClassifier.Instance.Classify(way.Caller.Fqdn, call, answer);
        if (cause is { Code: "PT8119" } && way.Caller.Product == ServerProduct.LyncServer)
        {
            return Failed(step, FaultCatalogue.CheckAccessDenied(way.Caller.Fqdn));
        }

        if (cause is { IsOfEngine: true } || answer.Ending is CallEnding.TimedOut)
        {
            throw new FaultException(cause ?? ErrorClassifier.Instance.Classify(way.Caller.Fqdn, call, answer));
        }

        var refusal = await RefusalAsync(way, progress, cancellationToken);
        var fault = refusal ?? FaultCatalogue.TestCmdletFails(way.Caller.Fqdn, call.Cmdlet, diagnostics, Said(texts));
        return new ConnectivityReport(false, [new TraceStep(step, false, fault.Found, fault, diagnostics)], null);
    }

    /// <summary>What the settings and the records on both sides say against the call; null where they say nothing, or cannot be read: that the check
    /// failed is known without them.</summary>
    private async Task<Fault?> RefusalAsync(CheckWay way, IProgress<string> progress, CancellationToken cancellationToken)
    {
        try
        {
            return (await foretold.CheckAsync(way, progress, cancellationToken)).Steps.FirstOrDefault(step => !step.Succeeded)?.Fault;
        }
        catch (FaultException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Texts(CallAnswer answer) =>
    [
        .. answer.Errors.Select(error => error.Message), .. answer.Objects.Select(found => found.Text(TestCmdlets.ErrorMessage) ?? ""),
        .. answer.Objects.Select(found => found.Text(TestCmdlets.Detail) ?? found.Whole), .. answer.Warnings, .. answer.Verbose,
    ];

    private static string Said(IEnumerable<string> texts) => texts.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))?.Trim() ?? "nothing";

    private static ConnectivityReport Passed(string step, string detail) => new(true, [new TraceStep(step, true, detail)], null);

    private static ConnectivityReport Failed(string step, Fault fault) =>
        new(false, [new TraceStep(step, false, fault.Found, fault)], null);
}
