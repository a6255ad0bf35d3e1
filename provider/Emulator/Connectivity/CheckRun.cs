using System.Net;
using PartnerTrust.Emulator.Backend;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>Goes the way of a check over the network, step by step.</summary>
internal sealed class CheckRun(CallingServer caller, TokenSource tokens, ServiceCalls calls, IRunningChecks checks, CheckTrace trace)
{
    private BearerChallenge? challenge;
    private string token = "";

    private CheckWay Way => caller.Way;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (CheckStep? step = Way.First; step is not null;)
        {
            step = await TakeAsync(step, cancellationToken);
        }
    }

    /// <summary>Takes the step and tells the next one.</summary>
    private Task<CheckStep?> TakeAsync(CheckStep step, CancellationToken cancellationToken) => step.Kind switch
    {
        CheckStepKind.Autodiscover => LookUpAsync(step),
        CheckStepKind.Challenge => AskAsync(step, cancellationToken),
        CheckStepKind.Token => GetTokenAsync(step, cancellationToken),
        CheckStepKind.UserSettings => DiscoverAsync(step, cancellationToken),
        CheckStepKind.PresentToken => PresentAsync(step, cancellationToken),
        _ => KeepItemAsync(step, cancellationToken),
    };

    private async Task<CheckStep?> LookUpAsync(CheckStep step)
    {
        await trace.TakeAsync(step.Name, $"Reading the OAuth configuration of {caller.Server.Fqdn}", () => Way.Objection(step) is { } fault
            ? throw new CheckFailure(fault)
            : Task.FromResult((step.Place, step.Place.AbsoluteUri)));
        return Way.Next(step);
    }

    private async Task<CheckStep?> AskAsync(CheckStep step, CancellationToken cancellationToken)
    {
        challenge = await trace.TakeAsync(step.Name, $"Asking {step.Place.Host} whose tokens it takes", async () =>
        {
            var asked = await tokens.AskAsync(step.Place, cancellationToken);
            var issuers = asked.TrustedIssuers.IsEmpty ? "none" : string.Join(", ", asked.TrustedIssuers);
            return (asked, $"client id {asked.ClientId}, trusted issuers {issuers}");
        });
        return Way.Next(step);
    }

    private async Task<CheckStep?> GetTokenAsync(CheckStep step, CancellationToken cancellationToken)
    {
        token = await trace.TakeAsync(step.Name, $"Getting a token for {step.Place.Host}", async () =>
        {
            var audience = challenge!.AudienceAt(step.Place.Authority, caller.Client);
            var (text, issuer) = await tokens.IssueAsync(challenge, audience, step.Place, cancellationToken);
            return (text, $"issued by {issuer} for {audience}");
        });
        return Way.Next(step);
    }

    private Task<CheckStep?> DiscoverAsync(CheckStep step, CancellationToken cancellationToken) =>
        trace.TakeAsync(step.Name, $"Asking Autodiscover for the mailbox of {Way.Request.SipUri}", async () =>
        {
            var answer = await new AutodiscoverClient(calls).AskAsync(step.Place, token, caller.Address, cancellationToken);
            var (next, fault) = Way.Follow(step, answer);
            return fault is null ? (next, answer.Ews?.AbsoluteUri ?? answer.Redirect ?? answer.Nobody!.Found) : throw new CheckFailure(fault);
        });

    private async Task<CheckStep?> PresentAsync(CheckStep step, CancellationToken cancellationToken)
    {
        await trace.TakeAsync(step.Name, $"Presenting the token to {step.Place.Host}", async () =>
        {
            var response = await calls.SendAsync(step.Place, token, null, null, cancellationToken);
            return response.Status == HttpStatusCode.OK
                ? (response.Status, $"{step.Place.Host} accepts the token")
                : throw new CheckFailure(FaultCatalogue.CallFails(step.Place, (int)response.Status));
        });
        return Way.Next(step);
    }

    /// <summary>The rest of the way belongs together: what was written is cleared away however it ends.</summary>
    private async Task<CheckStep?> KeepItemAsync(CheckStep step, CancellationToken cancellationToken)
    {
        var mailbox = new MailboxClient(calls, step.Place, token, Way.Request.SipUri);
        await new ItemCheck(Way, mailbox, checks, trace).RunAsync(step, cancellationToken);
        return null;
    }
}
