using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Partners;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the receiver trust the key that the token names, and does that key's certificate still count? The receiver's copy decides,
/// not what the caller publishes by now (domain.md 3.5, 5.5).</summary>
internal sealed class SigningKeyStage : ITokenStage
{
    public string Name => "signingKey";

    public StageResult Check(TokenContext context)
    {
        var x5t = context.Actor.Header.Text(ClaimNames.X5t);
        if (!Thumbprint.TryParseX5t(x5t, out var named))
        {
            return StageResult.Refused(FaultCatalogue.KeyNotNamed(x5t));
        }

        if (Find(context, named) is not { } key)
        {
            var fault = FaultCatalogue.KeyNotTrusted(context.Receiver.Fqdn, context.Issuer.ToString(), named, TrustedKeys(context));
            return StageResult.Refused(fault, context.IfDocumented(TokenDiagnostics.InvalidSignature));
        }

        context.Key = key;
        return !key.IsValidAt(context.At) ? StageResult.Refused(FaultCatalogue.TrustedKeyNotValid(key, context.At))
            : key.KeyAlgorithm != "RSA" || key.KeySize < 2048 ? StageResult.Refused(FaultCatalogue.TrustedKeyUnusable(key))
            : KeyReview.Of(key) is { IsForgeable: true } verdict ? StageResult.Refused(
                FaultCatalogue.TrustedKeyForgeable(key.Thumbprint, verdict.Reason))
            : StageResult.Passed($"certificate {named}, trusted");
    }

    private static SigningCertificate? Find(TokenContext context, Thumbprint named)
    {
        if (context.AuthorizationServer is { } server)
        {
            return Find(server.TrustedKeys, named);
        }

        foreach (var record in context.Applications)
        {
            if (Find(record.TrustedKeys, named) is { } key)
            {
                context.Applications = [record];
                return key;
            }
        }

        return null;
    }

    private static SigningCertificate? Find(ImmutableArray<SigningCertificate> keys, Thumbprint named)
    {
        foreach (var key in keys)
        {
            if (key.Thumbprint == named)
            {
                return key;
            }
        }

        return null;
    }

    private static ImmutableArray<SigningCertificate> TrustedKeys(TokenContext context) =>
        context.AuthorizationServer?.TrustedKeys ?? [.. context.Applications.SelectMany((PartnerApplication record) => record.TrustedKeys)];
}
