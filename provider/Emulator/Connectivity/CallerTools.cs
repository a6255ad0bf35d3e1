using PartnerTrust.Emulator.Bearer;
using PartnerTrust.Network;

namespace PartnerTrust.Emulator.Connectivity;

/// <summary>What a calling server reaches others with.</summary>
/// <param name="Network">How it calls them.</param>
/// <param name="Documents">How it reads what they publish.</param>
/// <param name="Refusals">Where it learns why an emulated one refused a token.</param>
internal sealed record CallerTools(HttpsNetwork Network, DocumentFetcher Documents, Refusals Refusals);
