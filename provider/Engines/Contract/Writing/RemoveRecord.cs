using PartnerTrust.Trust.Partners;

namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>A record to be removed.</summary>
/// <param name="Server">Fqdn of the server that keeps it.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Identity">For whom it was made: another's record under that name is refused; null where nobody remembers.</param>
public sealed record RemoveRecord(string Server, string Name, PartnerIdentity? Identity);
