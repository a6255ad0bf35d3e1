using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Questions;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>Tells what a check will meet at each place to which its way leads.</summary>
internal sealed class ForetoldPlaces(ITrustEngine engine, ServerDirectory servers, CheckWay way, TimeProvider time, IProgress<string> progress)
{
    private readonly ReachedServers reached = new(servers, engine.Reader);
    private readonly TrustQuestions questions = new(engine, servers, time);

    /// <summary>The user's, where it is known.</summary>
    public Mailbox? Mailbox { get; } = servers.FindMailbox(way.Request.SipUri);

    /// <summary>What becomes of asking whose tokens are taken there.</summary>
    public async Task<ForetoldPlace> ReachAsync(Uri url, CancellationToken cancellationToken)
    {
        if (await reached.FindAsync(url, progress, cancellationToken) is not { } server)
        {
            return await AskOutsideAsync(url, cancellationToken);
        }

        var outcome = await questions.MeetAsync(QuestionAt(url, server), progress, cancellationToken);
        var service = ServicePaths.ServiceAt(server.Product, url.AbsolutePath);
        var challenge = !outcome.Challenge.Succeeded ? outcome.Challenge
            : await ObstacleAsync(server, service, url, cancellationToken) is { } fault ? Failed(CallSteps.Challenge, fault)
            : outcome.Challenge;
        return new ForetoldPlace(url, challenge) { Server = server, Service = service, Outcome = outcome };
    }

    /// <summary>Whether the caller gets a token for the place.</summary>
    public async Task<TraceStep> IssueAsync(ForetoldPlace place, CancellationToken cancellationToken)
    {
        if (place.Answered is { } challenge)
        {
            return await questions.IssueAsync(QuestionAt(place.Url, way.Caller), challenge, progress, cancellationToken);
        }

        var token = place.Outcome!.Token!;
        return token.Succeeded && place.Outcome.Shared is { } record && await ObstacleAsync(record, cancellationToken) is { } fault
            ? Failed(CallSteps.Token, fault)
            : token;
    }

    private TrustQuestion QuestionAt(Uri url, Server server) =>
        new(way.Caller.Fqdn, server.Fqdn, way.User, time.GetUtcNow()) { Member = way.Member, Host = url.Authority };

    private async Task<ForetoldPlace> AskOutsideAsync(Uri url, CancellationToken cancellationToken)
    {
        if (engine.Challenges is not { } outside)
        {
            var unknown = $"whether {url.Host}, which is not a configured server, answers is not known before it is asked";
            return new ForetoldPlace(url, new TraceStep(CallSteps.Challenge, true, unknown) { IsOpen = true });
        }

        try
        {
            var answered = await outside.AskAsync(url, cancellationToken);
            return new ForetoldPlace(url, new TraceStep(CallSteps.Challenge, true, $"client id {answered.ClientId}")) { Answered = answered };
        }
        catch (FaultException refused) when (!refused.Faults[0].IsOfEngine)
        {
            return new ForetoldPlace(url, Failed(CallSteps.Challenge, refused.Faults[0]));
        }
    }

    /// <summary>What answers there in place of a challenge; null where one does.</summary>
    private async Task<Fault?> ObstacleAsync(Server server, TokenService? service, Uri url, CancellationToken cancellationToken) =>
        !await reached.ListensAsync(server, url, progress, cancellationToken) ? FaultCatalogue.HostUnreachable(url, "ConnectionRefused")
        : await reached.PublishesAsync(server, url, progress, cancellationToken) ? await OfDocumentAsync(url, cancellationToken)
        : ServiceAnswers.ToAsking(service, url);

    private async Task<Fault> OfDocumentAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Documents.FetchAsync(new FetchMetadata(url, TrustAnySslCertificate: false), progress, cancellationToken);
            return CallAnswers.AtChallenge(url, 200, "application/json; charset=utf-8");
        }
        catch (FaultException refused) when (!refused.Faults[0].IsOfEngine)
        {
            return CallAnswers.AtChallenge(url, 500, null);
        }
    }

    /// <summary>Why the authorization server's document does not lead to where it issues; null when it does (domain.md 1.1).</summary>
    private async Task<Fault?> ObstacleAsync(AuthorizationServer record, CancellationToken cancellationToken)
    {
        try
        {
            var document = await engine.Documents.FetchAsync(
                new FetchMetadata(record.AuthMetadataUrl, TrustAnySslCertificate: false), progress, cancellationToken);
            return document.Issuance is null ? CallAnswers.AtIssuance(record.AuthMetadataUrl) : null;
        }
        catch (FaultException refused) when (!refused.Faults[0].IsOfEngine)
        {
            return refused.Faults[0];
        }
    }

    private static TraceStep Failed(string step, Fault fault) => new(step, false, fault.Found, fault);
}
