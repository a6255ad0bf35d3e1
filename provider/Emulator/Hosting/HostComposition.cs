using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Connectivity;
using PartnerTrust.Emulator.Disturbances;
using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Emulator.Exchange.Ews;
using PartnerTrust.Emulator.Exchange.Ews.Description;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Metadata;
using PartnerTrust.Emulator.Routing;
using PartnerTrust.Emulator.Tls;
using PartnerTrust.Emulator.TokenServer;

namespace PartnerTrust.Emulator.Hosting;

/// <summary>The parts of the emulated servers, each with what disturbs it around it, put together.</summary>
internal sealed class HostComposition
{
    private readonly IHostBackend backend;
    private readonly Disturber disturber;
    private readonly IServerClocks clocks;

    public HostComposition(IHostBackend backend, Disturber disturber, TimeProvider time)
    {
        (this.backend, this.disturber) = (backend, disturber);
        clocks = disturber.Around(new SharedClock(time));
        Keys = disturber.Around((ISigningKeys)backend);
    }

    public ISigningKeys Keys { get; }

    public Refusals Refusals { get; } = new();

    public EngineTroubles Troubles { get; } = new();

    public ICheckPreparation Preparation => disturber.Around(new CheckPreparation(backend, clocks));

    public HostEntrance CreateEntrance()
    {
        var judge = disturber.Around(new TokenJudge(disturber.Around((IReceiverStates)backend)));
        var gate = disturber.Around(new BearerGate(backend, judge, Refusals));
        var users = disturber.Around(new UserSearch(backend));
        var router = new HostRouter(new HostEndpoints(
            new DocumentEndpoint(backend, Keys),
            new GuardedEndpoint(gate),
            new AutodiscoverEndpoint(gate, users),
            new PlainAutodiscoverEndpoint(gate, users),
            new EwsEndpoint(backend, gate),
            new DescriptionEndpoint(gate),
            new IssuanceEndpoint(backend, Keys, Refusals)));
        return new HostEntrance(backend, clocks, disturber.Around(router));
    }

    public TlsHandshake CreateHandshake(HostAuthority authority, CertificateCache cache) =>
        new(backend, disturber.Around(new TlsCertificates(authority, cache), authority, cache), Troubles);
}
