using System.Collections.Immutable;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Metadata;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.PowerShell.Checks;

/// <summary>A probe from the machine that this runs on: whether the called server takes tokens of the caller, and whether the caller publishes the
/// keys that it would sign with. No token is presented: the private key stays on its server (domain.md 6.3).</summary>
internal sealed class ProbeCheck(IChallengeSource challenges, IMetadataSource documents, IServerReader reader)
{
    private const string DocumentStep = "document";

    public async Task<ConnectivityReport> RunAsync(CheckWay way, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var steps = ImmutableArray.CreateBuilder<TraceStep>();
        try
        {
            foreach (var step in PlacesOf(way, steps))
            {
                await TakeAsync(steps, step.Name, () => AskAsync(way, step.Place, progress, cancellationToken));
            }

            await TakeAsync(steps, DocumentStep, () => FetchAsync(way, progress, cancellationToken));
        }
        catch (ProbeEndedException)
        {
            // The last step says why.
        }

        return new ConnectivityReport(steps.All(step => step.Succeeded), steps.ToImmutable(), null);
    }

    /// <summary>Where the caller's way leads over the network, as far as it is known without a token: to Autodiscover, and to a named
    /// server.</summary>
    private static IEnumerable<CheckStep> PlacesOf(CheckWay way, ImmutableArray<TraceStep>.Builder steps)
    {
        if (way.First is { Kind: CheckStepKind.Autodiscover } first)
        {
            if (way.Objection(first) is { } fault)
            {
                throw Failed(steps, first.Name, fault);
            }

            steps.Add(new TraceStep(first.Name, true, first.Place.AbsoluteUri));
            yield return way.Next(first)!;
        }

        if (way.Target is { } target)
        {
            var isSecond = way.First.Kind == CheckStepKind.Autodiscover;
            yield return new CheckStep(CheckStepKind.Challenge, ServicePaths.ProbeOf(target)) { AtMailbox = isSecond };
        }
    }

    private async Task<string> AskAsync(CheckWay way, Uri place, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"Asking {place.Host} whose tokens it takes");
        var challenge = await challenges.AskAsync(place, cancellationToken);
        var (application, realm) = AuthMetadata.PrincipalOf(way.Caller, way.Configuration);
        var caller = new PrincipalName(application, realm);
        var issuers = challenge.TrustedIssuers.IsEmpty ? "none" : string.Join(", ", challenge.TrustedIssuers);
        var isTaken = IssuerRules.TakesOwn(challenge, caller) || challenge.IsFull
            || await IsVouchedForAsync(way.Caller, challenge, progress, cancellationToken);
        return isTaken
            ? $"client id {challenge.ClientId}, trusted issuers {issuers}"
            : throw new FaultException(IssuerRules.Distrust(place.Host, challenge, caller));
    }

    private async Task<bool> IsVouchedForAsync(
        Server caller, BearerChallenge challenge, IProgress<string> progress, CancellationToken cancellationToken) =>
        IssuerRules.Shared(challenge, caller, await reader.ListAuthorizationServersAsync(caller.Fqdn, progress, cancellationToken)) is not null;

    private async Task<string> FetchAsync(CheckWay way, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report($"Fetching {way.Caller.MetadataUrl}");
        var document = await documents.FetchAsync(
            new FetchMetadata(way.Caller.MetadataUrl, TrustAnySslCertificate: false), progress, cancellationToken);
        return $"{document.Issuer} publishes {string.Join(", ", document.Keys.Select(key => key.Thumbprint))}";
    }

    private static async Task TakeAsync(ImmutableArray<TraceStep>.Builder steps, string name, Func<Task<string>> act)
    {
        try
        {
            steps.Add(new TraceStep(name, true, await act()));
        }
        catch (FaultException refused) when (!refused.Faults[0].IsOfEngine)
        {
            throw Failed(steps, name, refused.Faults[0]);
        }
    }

    private static ProbeEndedException Failed(ImmutableArray<TraceStep>.Builder steps, string name, Fault fault)
    {
        steps.Add(new TraceStep(name, false, fault.Found, fault));
        return new ProbeEndedException();
    }

    private sealed class ProbeEndedException : Exception;
}
