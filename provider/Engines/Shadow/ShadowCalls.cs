using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Shadow;

/// <summary>Answers a connectivity check without making it: asks at each step of its way what the call would meet, and the evaluator
/// whether the token would be taken.</summary>
internal sealed class ShadowCalls(ServerDirectory servers, IServerReader reader, TrustQuestions questions, TimeProvider time) : IConnectivityTester
{
    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var caller = servers.Find(request.Server);
        var target = request.NamedTarget is { } named ? servers.Find(named) : null;
        if (CheckRules.Objection(request, caller, target) is { } objection)
        {
            return new ConnectivityReport(false, [Failed(CallSteps.Question, objection)], null);
        }

        var from = caller!;
        var configuration = await reader.ReadSettingsAsync(from, progress, cancellationToken);
        var mailbox = servers.FindMailbox(request.SipUri);
        var way = new CheckWay(request, from, target, configuration);
        var receiver = ReceiverOf(way, mailbox);
        var question = new TrustQuestion(from.Fqdn, receiver?.Fqdn ?? "", CheckRules.UserOf(request, mailbox), time.GetUtcNow())
        {
            Member = way.Member,
        };
        var verdict = receiver is null
            ? TrustEvaluator.Evaluate(servers.Bare, question)
            : await questions.ExplainAsync(question, progress, cancellationToken);
        return Report(verdict, receiver is null ? null : FailureOn(way, receiver, mailbox));
    }

    /// <summary>Where the caller is led: to the target, by its autodiscover URL, or, without one, to the mailbox's server, so that the
    /// evaluator can say that the URL is missing.</summary>
    private Server? ReceiverOf(CheckWay way, Mailbox? mailbox) =>
        way.Target
            ?? (way.Configuration.ExchangeAutodiscoverUrl is { } url ? servers.Find(url.Host) : null)
            ?? (mailbox is null ? null : servers.Find(mailbox.Server))
            ?? servers.Servers.FirstOrDefault(server => server.Product == ServerProduct.ExchangeServer);

    /// <summary>The first step that fails whoever is trusted; null when none does, or the evaluator finds it too.</summary>
    private TraceStep? FailureOn(CheckWay way, Server receiver, Mailbox? mailbox)
    {
        for (var step = way.First; step is not null && way.Objection(step) is null; step = After(way, step, receiver))
        {
            if (FailureAt(way, step, mailbox) is { } failed)
            {
                return failed;
            }
        }

        return null;
    }

    /// <summary>As far as can be told, Autodiscover finds the mailbox where the caller is led.</summary>
    private static CheckStep? After(CheckWay way, CheckStep step, Server receiver) => step.Kind == CheckStepKind.UserSettings
        ? way.Follow(step, new AutodiscoverAnswer(ServicePaths.EwsOf(receiver.Fqdn), null)).Next
        : way.Next(step);

    private TraceStep? FailureAt(CheckWay way, CheckStep step, Mailbox? mailbox) => step.Kind switch
    {
        // Who is led to where no Autodiscover answers, learns it when it asks for a challenge there (domain.md 8 row 14).
        CheckStepKind.Autodiscover when servers.Find(step.Place.Host) is { } asked
            && !ServicePaths.AnswersAutodiscover(asked, step.Place) =>
            Failed(CallSteps.Challenge, CallAnswers.AtChallenge(step.Place, 404, null)),
        CheckStepKind.WriteItem when mailbox is not null && CheckRules.CheckFolder(way.Request, mailbox) is { } fault =>
            Failed(step.Name, fault),
        _ => null,
    };

    private static TraceStep Failed(string step, Fault fault) => new(step, false, fault.Found, fault);

    private static bool IsBeforeChallenge(TraceStep step) =>
        step is { Succeeded: true, Name: CallSteps.Question or CallSteps.Autodiscover };

    /// <summary>What the evaluator says, up to the step that fails whoever is trusted.</summary>
    private static ConnectivityReport Report(TrustVerdict verdict, TraceStep? failed) => failed switch
    {
        null => new ConnectivityReport(verdict.Accepted, verdict.Steps, null),
        { Name: CallSteps.Challenge } => new ConnectivityReport(false, [.. verdict.Steps.TakeWhile(IsBeforeChallenge), failed], null),
        _ => new ConnectivityReport(false, verdict.Accepted ? [.. verdict.Steps, failed] : verdict.Steps, null),
    };
}
