using PartnerTrust.Emulator.Backend;
using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Connectivity;
using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Emulator.Faults;
using PartnerTrust.Emulator.Listening;
using PartnerTrust.Emulator.Tls;

namespace PartnerTrust.Emulator.Disturbances;

/// <summary>Puts the faults that an operator switches on around the parts of the servers that they disturb. The parts know of
/// none.</summary>
internal sealed class Disturber(IHostFaults faults)
{
    public IServerClocks Around(IServerClocks clocks) => new SkewedClocks(clocks, faults);

    public ISigningKeys Around(ISigningKeys keys) => new LostKeys(keys, faults);

    public IReceiverStates Around(IReceiverStates states) => new StaleStates(states, faults);

    public ITokenJudge Around(ITokenJudge judge) => new OffloadedJudge(judge, faults);

    public IBearerGate Around(IBearerGate gate) => new SwitchedOffGate(gate, faults);

    public IUserSearch Around(IUserSearch search) => new RedirectingSearch(search, faults);

    public IHostResponder Around(IHostResponder responder) => new DisturbedResponder(responder, faults);

    public ICheckPreparation Around(ICheckPreparation preparation) => new DeniedPreparation(preparation, faults);

    public ITlsCertificates Around(ITlsCertificates certificates, HostAuthority authority, CertificateCache cache) =>
        new SpoiltCertificates(certificates, authority, cache, faults);
}
