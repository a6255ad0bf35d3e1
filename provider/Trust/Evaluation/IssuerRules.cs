using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>Who issues the token that a challenge asks for (domain.md 1.1, 5.6): the caller itself where its own tokens are taken, else an
/// authorization server that both sides use.</summary>
public static class IssuerRules
{
    public static bool TakesOwn(BearerChallenge challenge, PrincipalName client) =>
        challenge.TrustedIssuers.Contains(client.ToString(), StringComparer.Ordinal);

    /// <summary>The first, in order of name, of the caller's authorization servers that the receiver takes tokens of; null when there is
    /// none.</summary>
    public static AuthorizationServer? Shared(BearerChallenge challenge, Server caller, IEnumerable<AuthorizationServer> records) => records
        .Where(record => record.Server == caller.Fqdn && !record.IsForClients
            && challenge.TrustedIssuers.Contains(record.Issuer, StringComparer.Ordinal))
        .OrderBy(record => record.Name, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Why the receiver takes no token that the caller could get, as the receiver's own records tell it.</summary>
    public static Fault Distrust(
        Server receiver, BearerChallenge challenge, PrincipalName client, IEnumerable<PartnerApplication> records) =>
        Distrust(receiver.Fqdn, challenge, client, CauseOfDistrust(receiver, client, records));

    /// <summary>The same of a receiver whose records cannot be seen.</summary>
    public static Fault Distrust(string host, BearerChallenge challenge, PrincipalName client) => Distrust(
        host,
        challenge,
        client,
        ("the caller is not registered there, is disabled, or has another realm.", false, $"Register the caller as a partner application of {host}."));

    private static Fault Distrust(
        string receiver, BearerChallenge challenge, PrincipalName client, (string Cause, bool IsSeen, string Remedy) reason) =>
        FaultCatalogue.CallerNotAmongTrustedIssuers(receiver, client.ToString(), challenge.TrustedIssuers, reason.Cause, reason.Remedy) with
        {
            IsCauseSeen = reason.IsSeen,
        };

    private static (string Cause, bool IsSeen, string Remedy) CauseOfDistrust(
        Server receiver, PrincipalName client, IEnumerable<PartnerApplication> records)
    {
        var own = records
            .Where(record => record.Server == receiver.Fqdn && record.ApplicationIdentifier == client.Application)
            .OrderBy(record => record.Name, StringComparer.Ordinal)
            .ToList();
        return own.Find(record => record.Issuer == client.ToString() && !record.Enabled) is { } disabled
                ? ($"the partner application \"{disabled.Name}\" is disabled.", true, $"Set enabled to true on \"{disabled.Name}\" of {receiver.Fqdn}.")
            : own.Find(record => record.Source is not PartnerSource.AuthorizationServer) is { } other
                ? (
                    $"the partner application \"{other.Name}\" is registered with issuer \"{other.Issuer}\".",
                    true,
                    $"Give caller and record one realm, then write \"{other.Name}\" on {receiver.Fqdn} again.")
            : own.Count > 0
                ? (
                    "it is registered behind an authorization server that the two do not share.",
                    true,
                    $"Let both trust the same authorization server, or register the caller directly as a partner application of {receiver.Fqdn}.")
            : ("there is no partner application for the caller.", true, $"Register the caller as a partner application of {receiver.Fqdn}.");
    }
}
