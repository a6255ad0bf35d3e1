using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Registration;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tests.Validation.Hostile;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Tests.Remedies;

internal static partial class RemedyTable
{
    /// <summary>What the caller may do, and for whom.</summary>
    public static IEnumerable<Remedy> Rights =>
    [
        Remedy.Of(
            "PT5060",
            "Set trustLevel to Full",
            () => new PresentedToken(TokenIssuer.IssueActor(Scene.FromExchange, Certs.Key(1)))
            {
                Receiver = Scene.Lync,
                State = Scene.State.With(Scene.ExchangeAtLync with { TrustLevel = TrustLevel.User }),
            },
            sent => sent.Keeping(state => state.With(Scene.ExchangeAtLync with { TrustLevel = TrustLevel.Full }))),
        Known(
            "PT5062",
            "Set linkedAccount; where it names no roles, it gets those that the partner's features need",
            () => Linked(null),
            _ => Linked(new LinkedAccount("account", LinkedAccountRules.DefaultRoles(Scene.Lync.ApplicationIdentifier)))),
        Known("PT5063", "Add a role to linkedAccount.roles", () => Linked(new LinkedAccount("account", [])), _ => Linked(new LinkedAccount("account", ["UserApplication"]))),
        Issued("PT5070", "Give the user a SIP and an SMTP address at the caller, and have the product issue a new token", () => Forge.User(claims => claims.Remove("nameid")), sent => sent.With(PresentedToken.ForKen())),
        Remedy.Of(
            "PT5071",
            "Set acceptSecurityIdentifierInformation to true",
            () => new PresentedToken(ForUser(new UserIdentity(Scene.KenMyer.SecurityIdentifier!)))
            {
                State = Scene.State.With(Scene.LyncAtExchange with { AcceptSecurityIdentifierInformation = false }),
            },
            sent => sent.Keeping(state => state.With(Scene.LyncAtExchange with { AcceptSecurityIdentifierInformation = true }))),
        Remedy.Of(
            "PT5073",
            "and no other mailbox any of them",
            () => new PresentedToken(PresentedToken.ForKen()) { State = Sharing(Scene.KenMyer.SmtpAddress) },
            sent => sent with { State = Sharing(Scene.PilarAckerman.SmtpAddress) },
            "given twice"),
        Issued(
            "PT5073",
            "Give the user the same SIP and SMTP addresses on both sides",
            () => ForUser(UserIdentity.Of(Scene.KenMyer.SipUri, Scene.PilarAckerman)),
            sent => sent.With(ForUser(UserIdentity.Of(Scene.KenMyer.SipUri, Scene.KenMyer))),
            "of two people"),
    ];

    private static TrustState Linked(LinkedAccount? account) => Scene.State.With(Scene.LyncAtExchange with { LinkedAccount = account });

    /// <summary>Pilar's mailbox has that address.</summary>
    private static TrustState Sharing(string address) => Scene.Trusting with
    {
        Mailboxes = Scene.Trusting.Mailboxes.SetItem(Scene.PilarAckerman.SipUri, Scene.PilarAckerman with { SmtpAddress = address }),
    };

    private static string ForUser(UserIdentity user) => TokenIssuer.IssueForUser(Scene.FromLync, user, Certs.Key(0));
}
