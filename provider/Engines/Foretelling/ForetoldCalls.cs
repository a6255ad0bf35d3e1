using PartnerTrust.Engines.Contract;
using PartnerTrust.Engines.Contract.Capabilities;
using PartnerTrust.Engines.Contract.Reading;
using PartnerTrust.Trust.Connectivity;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Engines.Foretelling;

/// <summary>Answers a connectivity check without making it: goes the way that the call would take, and asks at each step what it would meet. Only a
/// host that is none of the configured servers is really asked, and shown no token.</summary>
/// <param name="engine">What is kept of the servers.</param>
/// <param name="servers">Who is configured.</param>
/// <param name="time">By which tokens are judged.</param>
internal sealed class ForetoldCalls(ITrustEngine engine, ServerDirectory servers, TimeProvider time) : IConnectivityTester
{
    public async Task<ConnectivityReport> CheckAsync(
        ConnectivityRequest request, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var caller = servers.FindByHost(request.Server);
        var target = request.NamedTarget is { } named ? servers.FindByHost(named) : null;
        if (CheckRules.Objection(request, caller, target) is { } objection)
        {
            return new ConnectivityReport(false, [new TraceStep(CallSteps.Question, false, objection.Found, objection)], null)
            {
                Reached = [.. new[] { caller?.Fqdn, target?.Fqdn }.OfType<string>()],
            };
        }

        var settings = await engine.Reader.ReadSettingsAsync(caller!, progress, cancellationToken);
        var way = new CheckWay(request, caller!, target, settings)
        {
            User = CheckRules.UserOf(request, servers.FindMailbox(caller!, request.SipUri)),
        };
        return await CheckAsync(way, progress, cancellationToken);
    }

    /// <summary>The same of a check to which there is no objection.</summary>
    public Task<ConnectivityReport> CheckAsync(CheckWay way, IProgress<string> progress, CancellationToken cancellationToken) =>
        new ForetoldCheck(way, new ForetoldPlaces(engine, servers, way, time, progress)).RunAsync(cancellationToken);
}
