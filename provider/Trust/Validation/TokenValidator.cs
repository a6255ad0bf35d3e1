using System.Collections.Immutable;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation.Stages;

namespace PartnerTrust.Trust.Validation;

/// <summary>A receiver's judgement of a token: named stages in the order in which a server checks (domain.md 5.5, 5.8). The first refusal
/// ends it. Safe to share between threads.</summary>
public sealed class TokenValidator
{
    private static readonly ImmutableArray<ITokenStage> Stages =
    [
        new FormStage(),
        new HeaderStage(),
        new ActorTokenStage(),
        new IssuerStage(),
        new ApplicationStage(),
        new EnabledStage(),
        new SigningKeyStage(),
        new SignatureStage(),
        new LifetimeStage(),
        new AudienceStage(),
        new AudienceHostStage(),
        new AudienceRealmStage(),
        new UserTokenIssuerStage(),
        new UserTokenAudienceStage(),
        new UserTokenLifetimeStage(),
        new DelegationStage(),
        new TrustLevelStage(),
        new LinkedAccountStage(),
        new UserStage(),
    ];

    private readonly TokenValidationOptions options;
    private readonly ISignatureVerifier verifier;

    public TokenValidator(TokenValidationOptions? options = null)
        : this(options ?? TokenValidationOptions.Default, RsaSignatureVerifier.Shared)
    {
    }

    internal TokenValidator(TokenValidationOptions options, ISignatureVerifier verifier)
    {
        this.options = options;
        this.verifier = verifier;
    }

    /// <summary>The names of the stages in their order.</summary>
    public static ImmutableArray<string> StageNames { get; } = [.. Stages.Select(stage => stage.Name)];

    public TokenValidation Validate(TokenValidationRequest request)
    {
        var context = ContextOf(request);
        var steps = ImmutableArray.CreateBuilder<TraceStep>(Stages.Length);
        foreach (var stage in Stages)
        {
            var result = stage.Check(context);
            steps.Add(new TraceStep(stage.Name, result.Fault is null, result.Detail, result.Fault, result.Diagnostics?.ToString())
            {
                IsOpen = result.IsOpen,
            });
            if (result.Fault is not null)
            {
                return new TokenValidation(steps.ToImmutable(), null);
            }
        }

        return new TokenValidation(steps.MoveToImmutable(), new AcceptedCall(context.Application, context.Client, context.Mailbox));
    }

    private TokenContext ContextOf(TokenValidationRequest request) => new()
    {
        Token = request.Token,
        Receiver = request.Receiver,
        State = request.State,
        At = request.At,
        ClockSkew = options.ClockSkew,
        Limits = options.Limits,
        Verifier = verifier,
    };
}
