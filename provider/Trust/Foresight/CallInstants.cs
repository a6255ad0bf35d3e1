using System.Collections.Immutable;
using PartnerTrust.Trust.Bindings;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;

namespace PartnerTrust.Trust.Foresight;

/// <summary>When the verdict on a call may change while nobody does anything (domain.md 2.1, 5.4, 5.5). A call is decided by what its caller, and
/// an authorization server between the two, sign with at that time, and by the copies of just that key at whoever judges what they sign. The rest of
/// what the evaluator looks at knows no time: who is registered, enabled and linked, what lies on members, who has a mailbox. Neither do tokens: each
/// call is judged with a fresh one, see <see cref="OutlivingTokens"/> for those that last. That Exchange may take some hours to switch is no moment
/// either, for the evaluator lets it switch at the effective date.</summary>
public static class CallInstants
{
    /// <summary>In order of time; what happens to a certificate that does not sign any more, or not yet, is not among them.</summary>
    /// <param name="state">As <see cref="TrustEvaluator"/> needs it.</param>
    /// <param name="from">Who calls.</param>
    /// <param name="to">Who is called.</param>
    /// <param name="after">What has changed by then is left out.</param>
    /// <param name="until">The last moment that is of interest.</param>
    public static ImmutableArray<CallInstant> Of(TrustState state, Server from, Server to, DateTimeOffset after, DateTimeOffset until)
    {
        var outlook = Outlook.Of(after, until);
        return
        [
            .. CallSignature.Of(state, from, to)
                .SelectMany(signature => Of(state, signature, outlook))
                .Where(instant => instant.At <= outlook.Until)
                .Distinct()
                .OrderBy(instant => instant.At).ThenBy(instant => instant.Kind).ThenBy(instant => instant.Server, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<CallInstant> Of(TrustState state, CallSignature signature, Outlook outlook)
    {
        var due = CertificateRules.At(signature.SlotsIn(state), signature.Signer.Product, outlook.After);
        return due is { Next: { } next, NextEffectiveDate: { } effective } && outlook.SecondFrom(effective) is { } second
            ?
            [
                .. Of(state, signature, due.Current, outlook.Before(effective)),
                new CallInstant(second, CallInstantKind.SignerTakesEffect, signature.Signer.Fqdn, next.Thumbprint),
                .. Of(state, signature, next, outlook.From(effective)),
            ]
            : Of(state, signature, due.Current, outlook);
    }

    private static IEnumerable<CallInstant> Of(TrustState state, CallSignature signature, SigningCertificate? certificate, Outlook outlook) =>
        certificate is null
            ? []
            :
            [
                .. Of(certificate, signature.Signer, CallInstantKind.SignerBegins, CallInstantKind.SignerExpires, outlook),
                .. signature.CopiesIn(state, certificate).SelectMany(copy =>
                    Of(copy, signature.Judge, CallInstantKind.TrustedKeyBegins, CallInstantKind.TrustedKeyExpires, outlook)),
            ];

    private static IEnumerable<CallInstant> Of(
        SigningCertificate certificate, Server holder, CallInstantKind begins, CallInstantKind expires, Outlook outlook)
    {
        if (outlook.SecondFrom(certificate.NotBefore, earlier: SigningCertificate.ClockTolerance) is { } valid)
        {
            yield return new CallInstant(valid, begins, holder.Fqdn, certificate.Thumbprint);
        }

        if (outlook.SecondPast(certificate.NotAfter) is { } expired)
        {
            yield return new CallInstant(expired, expires, holder.Fqdn, certificate.Thumbprint);
        }
    }
}
