using System.Collections.Immutable;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Emulator.Lab;

/// <summary>One direction of trust, with what the evaluator says of it.</summary>
/// <param name="From">The caller.</param>
/// <param name="To">Who is called.</param>
/// <param name="User">The user of <paramref name="ForUser"/>; null when there is no mailbox.</param>
/// <param name="ForUser">A call for the user.</param>
/// <param name="ForItself">A call of the application for itself.</param>
internal sealed record LabDirection(Server From, Server To, string? User, TrustVerdict? ForUser, TrustVerdict ForItself)
{
    /// <summary>What most calls between the two are: for a user where there is one.</summary>
    public TrustVerdict Verdict => ForUser ?? ForItself;

    /// <summary>The directions that someone set up, whole or in part; strangers are left out.</summary>
    public static ImmutableArray<LabDirection> AllOf(TrustState state, ImmutableArray<Server> servers, DateTimeOffset now)
    {
        var user = state.Mailboxes.Values.Select(mailbox => mailbox.SipUri).Order(StringComparer.Ordinal).FirstOrDefault();
        return
        [
            .. from caller in servers
               from called in servers
               where caller != called && caller.Product != ServerProduct.TokenServer && IsMeant(state, caller, called)
               select new LabDirection(
                   caller,
                   called,
                   user,
                   user is null || called.Product == ServerProduct.TokenServer ? null : Ask(state, caller, called, user, now),
                   Ask(state, caller, called, null, now)),
        ];
    }

    private static TrustVerdict Ask(TrustState state, Server from, Server to, string? user, DateTimeOffset now) =>
        TrustEvaluator.Evaluate(state, new TrustQuestion(from.Fqdn, to.Fqdn, user, now));

    private static bool IsMeant(TrustState state, Server caller, Server called) =>
        state.PartnerApplications.Values.Any(record => record.Server == called.Fqdn && record.ApplicationIdentifier == caller.ApplicationIdentifier)
        || (caller.Product == ServerProduct.LyncServer && called.Product == ServerProduct.ExchangeServer
            && state.OAuthConfigurations.GetValueOrDefault(caller.Fqdn)?.ExchangeAutodiscoverUrl is not null);
}
