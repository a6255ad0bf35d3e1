using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Mailboxes;
using PartnerTrust.Trust.Servers;

namespace PartnerTrust.Trust.Connectivity;

/// <summary>What a check is held against before it sets out, by whoever makes it and by whoever foretells it.</summary>
public static class CheckRules
{
    /// <summary>Why there is nothing to check; null when there is.</summary>
    /// <param name="request">The check.</param>
    /// <param name="caller">The server that the request names; null when there is none.</param>
    /// <param name="target">The target that the request names; null when it names none, or there is none of that name.</param>
    public static Fault? Objection(ConnectivityRequest request, Server? caller, Server? target) =>
        CallRules.Objection(request.Server, caller, request.NamedTarget, target, request.SipUri)
        ?? (request.Method == ConnectivityMethod.Storage && target is { Product: not ServerProduct.ExchangeServer }
            ? FaultCatalogue.TargetKeepsNoMailboxes(target.Fqdn)
            : null);

    /// <summary>For whom the server calls; null for itself. A probe needs no mailbox: without one the server calls as itself.</summary>
    public static string? UserOf(ConnectivityRequest request, Mailbox? mailbox) =>
        mailbox is null && request.Method == ConnectivityMethod.Probe ? null : request.SipUri;

    /// <summary>Why the item cannot lie in the mailbox; null when it can (domain.md 6.1).</summary>
    public static Fault? CheckFolder(ConnectivityRequest request, Mailbox mailbox) =>
        MailboxFolders.AreThere(mailbox, StorageFolders.IdOf(request.Folder)) ? null : FaultCatalogue.ArchiveNotEnabled(request.SipUri);
}
