namespace PartnerTrust.Engines.Contract.Writing;

/// <summary>The previous certificate of a server to be forgotten.</summary>
/// <param name="Server">Fqdn.</param>
/// <param name="CurrentSince">Since when the current one signs, as far as the caller knows; servers do not remember it.</param>
public sealed record RetirePreviousCertificate(string Server, DateTimeOffset? CurrentSince);
