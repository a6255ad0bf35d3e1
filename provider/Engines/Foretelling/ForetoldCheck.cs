using System.Collections.Immutable;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>Goes the way of a check without a call, step by step.</summary>
internal sealed class ForetoldCheck(CheckWay way, ForetoldPlaces places)
{
    private readonly ImmutableArray<TraceStep>.Builder steps = ImmutableArray.CreateBuilder<TraceStep>();
    private readonly List<string> reached = [way.Caller.Fqdn];
    private ForetoldPlace? place;

    public async Task<ConnectivityReport> RunAsync(CancellationToken cancellationToken)
    {
        steps.Add(new TraceStep(CallSteps.Question, true, way.Description));
        for (CheckStep? step = way.First; step is not null;)
        {
            var (taken, next) = await TakeAsync(step, cancellationToken);
            steps.Add(taken);
            step = taken.Succeeded ? next : null;
        }

        return new ConnectivityReport(steps[^1].Succeeded, steps.ToImmutable(), null) { Reached = [.. reached.Distinct()] };
    }

    private async Task<(TraceStep Taken, CheckStep? Next)> TakeAsync(CheckStep step, CancellationToken cancellationToken)
    {
        switch (step.Kind)
        {
            case CheckStepKind.Autodiscover:
                return way.Objection(step) is { } fault ? (step.Failed(fault), null) : (step.Passed(step.Place.AbsoluteUri), way.Next(step));
            case CheckStepKind.Challenge:
                place = await places.ReachAsync(step.Place, cancellationToken);
                reached.AddRange(place.Server is { } server ? [server.Fqdn] : []);
                return (step.Named(place.Challenge), way.Next(step));
            case CheckStepKind.Token:
                return (step.Named(await places.IssueAsync(place!, cancellationToken)), way.Next(step));
            case CheckStepKind.UserSettings:
                return AskForUser(step);
            case CheckStepKind.WriteItem:
                return (Write(step), way.Next(step));
            case CheckStepKind.PresentToken:
                return (Show(step) ?? step.Passed($"{step.Place.Host} accepts the token"), way.Next(step));
            default:
                return (step.Passed(""), way.Next(step));
        }
    }

    private (TraceStep Taken, CheckStep? Next) AskForUser(CheckStep step)
    {
        var other = place!.Service is { } service ? ServiceAnswers.ToUserSettings(service, step.Place, Address) : null;
        if (other is not null && place.Service == TokenService.Description)
        {
            // A file takes no message, whoever sends it.
            return (step.Failed(other), null);
        }

        if (Show(step) is { } shown)
        {
            return (shown, shown.IsOpen ? way.Follow(step, Presumed()).Next : null);
        }

        var (next, fault) = other is null ? way.Follow(step, Found()) : (null, other);
        return (fault is null ? step.Passed(next?.Place.AbsoluteUri ?? "") : step.Failed(fault), next);
    }

    private string Address => way.User is null ? SipUris.AddressOf(way.Request.SipUri) : places.Mailbox?.SmtpAddress ?? SipUris.AddressOf(way.User);

    /// <summary>What Autodiscover will say of the user whom the token names, or of one who has no mailbox.</summary>
    private AutodiscoverAnswer Found() => place!.Judgement?.Call?.User is { } user
        ? new AutodiscoverAnswer(ServicePaths.EwsOf(user.Server), null)
        : way.User is null ? AutodiscoverAnswer.Read(Address, "InvalidUser", "", null, null, null).Answer!
        : Presumed();

    /// <summary>As far as can be told, the mailbox lies where the check is to lead, else where Autodiscover answers.</summary>
    private AutodiscoverAnswer Presumed() =>
        new(ServicePaths.EwsOf(places.Mailbox?.Server ?? way.Target?.Fqdn ?? place!.Server?.Fqdn ?? place.Url.Host), null);

    private TraceStep Write(CheckStep step) =>
        Show(step) is { } shown ? shown
        : places.Mailbox is { } mailbox && CheckRules.CheckFolder(way.Request, mailbox) is { } fault ? step.Failed(fault)
        : step.Passed("");

    /// <summary>What becomes of the token; null where it is taken.</summary>
    private TraceStep? Show(CheckStep step) => place! switch
    {
        { Server: null } => step.Open($"whether {step.Place.Host}, which is not a configured server, takes the token is not known before it is asked"),
        { Judgement: { Refusal: { } refusal } judgement } =>
            new TraceStep(step.Name, false, $"{judgement.Steps[^1].Name}: {refusal.Found}", refusal, judgement.Diagnostics),
        { Judgement.Open: { } open } => step.Open(open.Detail),
        _ => null,
    };
}
