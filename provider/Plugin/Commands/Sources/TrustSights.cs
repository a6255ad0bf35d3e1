using System.Collections.Immutable;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Looks from outside at servers whose records are known: whether their documents can be read, as partners read them, and whether a call
/// that the records allow meets what it should. Nothing is written, and no cmdlet of a caller is run.</summary>
internal sealed class TrustSights(ITrustEngine engine)
{
    /// <summary>In order of server.</summary>
    public async Task<ImmutableArray<Sight>> LookAsync(Observation observation, CancellationToken cancellationToken)
    {
        var unread = observation.Unread.Select(server => server.Server).ToHashSet(StringComparer.Ordinal);
        var directions = DeclaredDirections.Of(observation.State, observation.Now)
            .Where(direction => !unread.Contains(direction.From.Fqdn) && !unread.Contains(direction.To.Fqdn));
        var documents = observation.State.PublishedMetadata
            .SelectMany(published => published.Value.Select(url => ReadAsync(published.Key, url, cancellationToken)));
        var calls = directions.Select(direction => CallAsync(direction, observation, cancellationToken));
        var sights = await Task.WhenAll(documents.Concat(calls));
        return [.. sights.OfType<Sight>().OrderBy(sight => sight.Server, StringComparer.Ordinal)];
    }

    private async Task<Sight?> ReadAsync(string server, Uri url, CancellationToken cancellationToken)
    {
        try
        {
            await engine.Documents.FetchAsync(new FetchMetadata(url, TrustAnySslCertificate: false), Silence.Instance, cancellationToken);
            return null;
        }
        catch (FaultException unreadable) when (!cancellationToken.IsCancellationRequested)
        {
            return new Sight(server, SeverityOf(unreadable.Faults[0]), unreadable.Faults[0], $"Nobody who has this view of {server} can read its document.");
        }
    }

    /// <summary>A host that cannot be reached from here may be reached by its partners; one whose TLS is broken is so for all.</summary>
    private static Severity SeverityOf(Fault fault) => fault.Code is "PT3051" or "PT3053" ? Severity.Warning : Severity.Critical;

    /// <summary>Only calls that the records allow: what they forbid is told by them.</summary>
    private async Task<Sight?> CallAsync(TrustDirection direction, Observation observation, CancellationToken cancellationToken)
    {
        if (engine.Tester is not { } tester || RunsCmdlet(direction.From)
            || direction.UserAmong(observation.State.Mailboxes.Values) is not { } user
            || !TrustEvaluator.Evaluate(
                observation.State, new TrustQuestion(direction.From.Fqdn, direction.To.Fqdn, user, observation.Now)).Accepted)
        {
            return null;
        }

        try
        {
            var request = new ConnectivityRequest(
                direction.From.Fqdn, direction.To.Fqdn, user, StorageFolder.ConversationHistory, DeleteItem: true, ConnectivityMethod.Probe);
            var report = await tester.CheckAsync(request, Silence.Instance, cancellationToken);
            return report.Steps.FirstOrDefault(step => !step.Succeeded)?.Fault is { } fault ? Refused(direction, fault) : null;
        }
        catch (FaultException failed) when (!cancellationToken.IsCancellationRequested)
        {
            return Refused(direction, failed.Faults[0]);
        }
    }

    /// <summary>A probe from a real Exchange server is a cmdlet of its, which calls out (domain.md 6.2).</summary>
    private bool RunsCmdlet(Server caller) => engine.Publisher is null && caller.Product == ServerProduct.ExchangeServer;

    private static Sight Refused(TrustDirection direction, Fault fault) => new(
        direction.To.Fqdn, SeverityOf(fault), fault, $"{direction.From.Fqdn} cannot call {direction.To.Fqdn}, although the records allow it.");
}
