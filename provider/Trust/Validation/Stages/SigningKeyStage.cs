using System.Collections.Immutable;
using PartnerTrust.Trust.Certificates;
using PartnerTrust.Trust.Faults;
using PartnerTrust.Trust.Keys;
using PartnerTrust.Trust.Tokens;

namespace PartnerTrust.Trust.Validation.Stages;

/// <summary>Does the receiver trust the key that the token names, and does that key's certificate still count? The receiver's copy decides,
/// not what the caller publishes by now (domain.md 3.5, 5.5). A server that does not show its copy leaves that open.</summary>
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

        if (Find(context, named) is { } key)
        {
            context.Key = key;
            return Judge(key, context.At);
        }

        if (MayBeHidden(context))
        {
            return StageResult.Open(
                $"whether {context.Receiver.Fqdn} trusts certificate {named} is not known here, for it does not show the keys of {context.Issuer} that it holds");
        }

        var fault = FaultCatalogue.KeyNotTrusted(context.Receiver.Fqdn, context.Issuer.ToString(), named, TrustedKeys(context));
        return StageResult.Refused(fault, context.IfDocumented(TokenDiagnostics.InvalidSignature));
    }

    private static StageResult Judge(SigningCertificate key, DateTimeOffset at) =>
        !key.HasBegun(at) ? StageResult.Refused(FaultCatalogue.TrustedKeyNotYetValid(key, at))
            : !key.IsValidAt(at) ? StageResult.Refused(FaultCatalogue.TrustedKeyExpired(key, at))
            : key.KeyAlgorithm != "RSA" || key.KeySize < 2048 ? StageResult.Refused(FaultCatalogue.TrustedKeyUnusable(key))
            : KeyReview.Of(key) is { IsForgeable: true } verdict ? StageResult.Refused(
                FaultCatalogue.TrustedKeyForgeable(key.Thumbprint, verdict.Reason))
            : StageResult.Passed($"certificate {key.Thumbprint}, trusted");

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

    private static SigningCertificate? Find(ImmutableArray<SigningCertificate>? keys, Thumbprint named)
    {
        foreach (var key in keys ?? [])
        {
            if (key.Thumbprint == named)
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Whether the key may be among those that are not shown; then only the records that hold such ones may speak for the caller.</summary>
    private static bool MayBeHidden(TokenContext context)
    {
        if (context.AuthorizationServer is { } server)
        {
            return server.TrustedKeys is null;
        }

        var hiding = context.Applications.RemoveAll(record => record.TrustedKeys is not null);
        if (hiding.IsEmpty)
        {
            return false;
        }

        context.Applications = hiding;
        return true;
    }

    private static ImmutableArray<SigningCertificate> TrustedKeys(TokenContext context) => context.AuthorizationServer is { } server
        ? server.TrustedKeys ?? []
        : [.. context.Applications.SelectMany(record => record.TrustedKeys?.AsEnumerable() ?? [])];
}
