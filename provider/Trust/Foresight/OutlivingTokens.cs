using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Rollover;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Foresight;

/// <summary>What the evaluator does not see, for it judges fresh tokens alone: a caller uses a token up to its end, and Exchange may go on signing
/// with the old certificate for some hours after the effective date (domain.md 2.1, 2.2 rule 3, 5.4). Where the old certificate expires before the
/// last of those tokens ends, some calls may be refused meanwhile, though new tokens of the new certificate are accepted. Where it expires before the
/// switch, the call itself fails, see <see cref="ForeseenFailures"/>.</summary>
/// <param name="Server">Fqdn of the server that signed them.</param>
/// <param name="Certificate">With what.</param>
/// <param name="From">The first whole second, UTC, at which they are refused.</param>
/// <param name="To">When the last of them has ended, by the longest life of a token among the products.</param>
public sealed record OutlivingTokens(string Server, Thumbprint Certificate, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Those of a call, of switches that were made or are staged, which begin to be refused after <paramref name="after"/> and not later
    /// than <paramref name="until"/>.</summary>
    /// <param name="state">As <see cref="Evaluation.TrustEvaluator"/> needs it.</param>
    /// <param name="from">Who calls.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="after">When it is asked.</param>
    /// <param name="until">The last moment that is looked at.</param>
    public static ImmutableArray<OutlivingTokens> Of(TrustState state, Server from, Server to, DateTimeOffset after, DateTimeOffset until) =>
        [.. CallSignature.Of(state, from, to).Select(signature => Of(state, signature, Outlook.Of(after, until))).OfType<OutlivingTokens>()];

    private static OutlivingTokens? Of(TrustState state, CallSignature signature, Outlook outlook)
    {
        var signer = signature.Signer;
        var switched = CertificateRules.At(signature.SlotsIn(state), signer.Product, outlook.Until);
        if (switched is not { Previous: { } old, CurrentSince: { } since })
        {
            return null;
        }

        var end = RolloverTiming.Retirement(signer.Product, since);
        return old.NotAfter < end && outlook.SecondPast(old.NotAfter) is { } second && second >= since
            ? new OutlivingTokens(signer.Fqdn, old.Thumbprint, second, end)
            : null;
    }
}
