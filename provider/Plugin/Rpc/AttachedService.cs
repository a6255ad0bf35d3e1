using PartnerTrust.Engines.Contract;
using PartnerTrust.Plugin.Session;
using PartnerTrust.Plugin.Sharing;
using PartnerTrust.Protocol.Grpc;

namespace PartnerTrust.Plugin.Rpc;

/// <summary>The service of a plugin that runs by itself and to which engines attach (<c>PULUMI_DEBUG_PROVIDERS</c>), one after the other and
/// several at once: a <c>pulumi up</c> has one for each provider resource in its preview, and others in its update. Each comes on a
/// connection of its own, begins with a handshake, configures, and ends with Cancel; so each connection has a session, and a new one when
/// an engine begins once more.</summary>
internal sealed class AttachedService : IAsyncDisposable
{
    private readonly SessionEnvironment environment;
    private readonly TrustEngineFactory openEngine;
    private readonly ServiceTrace trace;
    private readonly Lock gate = new();
    private readonly Dictionary<SessionRpcs, int> users = [];
    private SessionRpcs? latest;

    public AttachedService(SessionEnvironment environment, TrustEngineFactory openEngine)
    {
        this.environment = environment with { Meetings = new ProcessMeetingPlace() };
        trace = new ServiceTrace(environment, text => Sessions().Aggregate(text, (shown, rpcs) => rpcs.Session.Secrets.HideAll(shown)));
        this.openEngine = trace.Around(openEngine);
    }

    /// <summary>Whether sessions stay until the service ends, cancelled or not, for somebody who asks afterwards.</summary>
    public bool KeepsSessions { get; init; }

    /// <summary>The engines that the sessions have opened.</summary>
    public IEnumerable<ITrustEngine> Engines => Sessions().Select(rpcs => rpcs.Session.OpenedEngine).OfType<ITrustEngine>();

    public Task<GrpcServer> StartAsync(int port, CancellationToken cancellationToken) =>
        GrpcServer.StartAsync(ProviderService.OptionsFor(environment, port, Hide, trace), () => new AttachedConnection(this), cancellationToken);

    /// <summary>Cancels what runs in any session.</summary>
    public Task CancelAsync() => Task.WhenAll(Sessions().Select(rpcs => rpcs.Session.CancelAsync()));

    /// <summary>A new session.</summary>
    public SessionRpcs Begin()
    {
        var rpcs = new SessionRpcs(new ProviderSession(environment, openEngine), trace.WithFlush(() => { }));
        lock (gate)
        {
            users[rpcs] = KeepsSessions ? 2 : 1;
            return latest = rpcs;
        }
    }

    /// <summary>The session that began last: a caller may come back on a new connection, or have several.</summary>
    public SessionRpcs Join()
    {
        lock (gate)
        {
            if (latest is null || IsOver(latest))
            {
                return Begin();
            }

            users[latest]++;
            return latest;
        }
    }

    /// <summary>The last session that a provider resource was configured in; null where there was none.</summary>
    /// <param name="reference">The provider's reference. Engines that name no provider when they configure have one session for all.</param>
    public SessionRpcs? Find(string reference)
    {
        var configured = Sessions().Where(rpcs => rpcs.Session.IsConfigured).ToList();
        return configured.LastOrDefault(rpcs => rpcs.Session.Reference == reference)
            ?? configured.LastOrDefault(rpcs => rpcs.Session.Reference.Length == 0);
    }

    /// <summary>A session goes when nobody uses it and nobody can join it any more.</summary>
    public async ValueTask LeaveAsync(SessionRpcs rpcs)
    {
        List<SessionRpcs> ended;
        lock (gate)
        {
            if (!users.TryGetValue(rpcs, out var others))
            {
                return;
            }

            users[rpcs] = others - 1;
            ended = [.. users.Where(entry => entry.Value == 0 && (entry.Key != latest || IsOver(entry.Key))).Select(entry => entry.Key)];
            foreach (var session in ended)
            {
                users.Remove(session);
            }
        }

        foreach (var session in ended)
        {
            await session.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rpcs in Sessions())
        {
            lock (gate)
            {
                users.Remove(rpcs);
            }

            await rpcs.DisposeAsync();
        }

        trace.Dispose();
    }

    public static bool IsOver(SessionRpcs rpcs) => rpcs.Session.Cancelled.IsCancellationRequested;

    private string Hide(string text) => Sessions().Aggregate(text, (shown, rpcs) => rpcs.Session.Secrets.OfSettings.Hide(shown));

    private SessionRpcs[] Sessions()
    {
        lock (gate)
        {
            return [.. users.Keys];
        }
    }
}
