using PartnerTrust.Trust.Connectivity;

namespace PartnerTrust.Plugin.Previews;

/// <summary>A check of the program that the update does not run, because nothing about it changes.</summary>
/// <param name="Urn">The check.</param>
/// <param name="Request">Its call.</param>
/// <param name="Held">Whether it held when it was last made.</param>
internal sealed record StandingCheck(string Urn, ConnectivityRequest Request, bool Held);
