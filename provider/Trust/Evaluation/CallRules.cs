using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Evaluation;

/// <summary>What a call is held against on its caller's side, by whoever makes it and by whoever foretells it.</summary>
public static class CallRules
{
    /// <summary>Why there is no such call; null when there is.</summary>
    /// <param name="from">Who was named as the caller.</param>
    /// <param name="caller">The server of that name; null when there is none.</param>
    /// <param name="to">Who was named as the receiver; null for whomever the caller finds by itself.</param>
    /// <param name="receiver">The server of that name; null when there is none.</param>
    /// <param name="sipUri">The user for whom the call is made; null for an app-only call.</param>
    public static Fault? Objection(string from, Server? caller, string? to, Server? receiver, string? sipUri) =>
        caller is null ? FaultCatalogue.CallServerUnknown("caller", from)
        : to is not null && receiver is null ? FaultCatalogue.CallServerUnknown("receiver", to)
        : caller.Fqdn == receiver?.Fqdn ? FaultCatalogue.CallToItself(caller.Fqdn)
        : sipUri is not null && !SipUris.IsValid(sipUri) ? FaultCatalogue.CallUserMalformed(sipUri)
        : to is null && !AutodiscoverRules.IsAsked(caller.Product, null) ? FaultCatalogue.CallServerUnknown("receiver", "")
        : null;

    /// <summary>Whether the caller is told not to talk to the receiver: what is disabled on Lync, Lync does not call either (domain.md
    /// 4.1). Without any record of the receiver the caller is free.</summary>
    public static Fault? CheckOwnRecords(Server caller, PrincipalName receiver, IEnumerable<PartnerApplication> records)
    {
        if (caller.Product != ServerProduct.LyncServer)
        {
            return null;
        }

        var own = records.Where(record => record.Server == caller.Fqdn && record.Issuer == receiver.ToString()).ToList();
        return own.Count > 0 && own.TrueForAll(record => !record.Enabled)
            ? FaultCatalogue.ReceiverDisabledAtCaller(caller.Fqdn, own.Select(record => record.Name).Order(StringComparer.Ordinal).First())
            : null;
    }

    /// <summary>Why a server, or one of its members, cannot sign at a time; null when all can (domain.md 2.1, 8 rows 2, 19 and
    /// 20).</summary>
    /// <param name="signer">Who signs.</param>
    /// <param name="certificate">What is bound to it at that time; null for nothing.</param>
    /// <param name="at">When.</param>
    /// <param name="copies">What lies on its members.</param>
    /// <param name="member">The member that signs; null when any of them may.</param>
    public static Fault? CheckSigner(
        Server signer, SigningCertificate? certificate, DateTimeOffset at, ImmutableArray<CertificateCopy> copies, string? member = null) =>
        certificate is null ? FaultCatalogue.CallerHasNoCertificate(signer.Fqdn)
        : !certificate.HasBegun(at) ? FaultCatalogue.CallerCertificateNotYetValid(signer.Fqdn, certificate, at)
        : !certificate.IsValidAt(at) ? FaultCatalogue.CallerCertificateExpired(signer.Fqdn, certificate, at)
        : PoolRules.Check(signer, certificate, copies, member).FirstOrDefault();
}
