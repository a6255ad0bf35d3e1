using System.Collections.Immutable;
using System.Globalization;
using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Consequences;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Directions;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Plugin.Previews;

/// <summary>Tells what only the whole plan shows: how all checks of the stack stand, those among them that the update breaks without running them,
/// and the directions that work today and will not.</summary>
/// <param name="planned">The plan.</param>
/// <param name="preview">What else is known of the program.</param>
/// <param name="session">To whom it is told.</param>
internal sealed class PreviewClosing(PlannedTrust planned, PreviewScope preview, ProviderSession session)
{
    private readonly List<CheckOutlook> outlooks = [.. planned.Told.Select(verdict => verdict.Forecast.Outlook)];

    /// <param name="stack">The stack's URN.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellAsync(string stack, CancellationToken cancellationToken)
    {
        var stopped = StoppedDirection.Among(planned.Calls.Calls.Where(IsKnown));
        var told = new HashSet<TrustDirection>();
        foreach (var check in preview.Standing.ExceptBy(planned.Told.Select(verdict => verdict.Urn), check => check.Urn))
        {
            await TellAsync(check, stopped, told, cancellationToken);
        }

        foreach (var direction in stopped.Where(direction => !told.Contains(direction.Direction)))
        {
            await WarnAsync(direction.Stop.Urn, ConsequenceWords.Of(direction), cancellationToken);
        }

        foreach (var (urn, message) in ConsequenceWords.OfGaps(planned.Calls.Calls.Where(IsKnown)))
        {
            await WarnAsync(urn, message, cancellationToken);
        }

        await new StagedRollovers(planned, session).TellAsync(cancellationToken);
        if (outlooks.Count > 0)
        {
            await session.Link.InformAsync(stack, $"Preview: {Summary()}.", cancellationToken);
        }

        // Last, for it reads all servers: real ones may take longer than the engine waits.
        await new NearestFailure(planned, session).TellAsync(
            stack, "Preview: after this update ", preview.Horizon.Days, cancellationToken);
    }

    private bool IsKnown(WatchedCall watched) =>
        watched.Call.Direction is var (from, to) && planned.GapOfCall([from.Fqdn, to.Fqdn], to.Fqdn) is null;

    private async Task TellAsync(
        StandingCheck check, ImmutableArray<StoppedDirection> stopped, HashSet<TrustDirection> told, CancellationToken cancellationToken)
    {
        var report = await planned.Engine.Tester!.CheckAsync(check.Request, Silence.Instance, cancellationToken);
        var forecast = CheckForecast.Of(check.Request, report, planned);
        outlooks.Add(forecast.Outlook);
        if (!check.Held || forecast.Failed is not { } failed)
        {
            return;
        }

        var receiver = ReceiverOf(check.Request, report);
        var broken = stopped.Where(direction => IsOf(check.Request.Server, receiver, direction.Direction)).ToImmutableArray();
        told.UnionWith(broken.Select(direction => direction.Direction));
        var features = broken.IsEmpty
            ? FeaturesOf(check.Request.Server, receiver)
            : [.. broken.SelectMany(direction => direction.Features).Distinct()];
        await WarnAsync(
            check.Urn,
            $"Preview: {CallWords.Of(check.Request, report)}. No change here, but after this update the call would be refused at step "
            + $"\"{failed.Name}\": {failed.Fault?.Text ?? failed.Detail}{StoppedDirection.WordsOf(features)}",
            cancellationToken);
    }

    /// <summary>The fqdn of whom the call is for; null where a storage check, which is for Exchange, finds its way to none.</summary>
    private string? ReceiverOf(ConnectivityRequest request, ConnectivityReport report) =>
        CallWords.ReceiverOf(request, report) is { } reached
        && (request.Method == ConnectivityMethod.Probe || session.Installation.Find(reached) is { Product: ServerProduct.ExchangeServer })
            ? reached
            : null;

    /// <summary>Whether a check's call goes that way.</summary>
    private static bool IsOf(string caller, string? receiver, TrustDirection direction) =>
        direction.From.Fqdn == caller
        && (receiver is null ? direction.To.Product == ServerProduct.ExchangeServer : direction.To.Fqdn == receiver);

    private ImmutableArray<string> FeaturesOf(string caller, string? receiver) =>
        session.Installation.Find(caller) is { } from && session.Installation.Find(receiver) is { } to
            ? TrustFeatures.Of(new TrustDirection(from, to), forUser: true)
            : [];

    private string Summary()
    {
        var (holds, fails, open) = (Count(CheckOutlook.Holds), Count(CheckOutlook.Fails), Count(CheckOutlook.Open));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"of {outlooks.Count} connectivity {(outlooks.Count == 1 ? "check" : "checks")}, {holds} would hold, {fails} would fail, {open} cannot be told");

        int Count(CheckOutlook outlook) => outlooks.Count(found => found == outlook);
    }

    private Task WarnAsync(string urn, string message, CancellationToken cancellationToken) =>
        session.Link.WarnAsync(urn, planned.Keys.Hide(message), cancellationToken);
}
