using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Emulator.Exchange.Autodiscover;
using PartnerTrust.Emulator.Exchange.Ews;
using PartnerTrust.Emulator.Exchange.Ews.Description;
using PartnerTrust.Emulator.Metadata;
using PartnerTrust.Emulator.TokenServer;

namespace PartnerTrust.Emulator.Routing;

/// <summary>What the emulated products answer with.</summary>
internal sealed record HostEndpoints(
    DocumentEndpoint Documents,
    GuardedEndpoint Guarded,
    AutodiscoverEndpoint Autodiscover,
    PlainAutodiscoverEndpoint PlainAutodiscover,
    EwsEndpoint Ews,
    DescriptionEndpoint Description,
    IssuanceEndpoint Issuance);
