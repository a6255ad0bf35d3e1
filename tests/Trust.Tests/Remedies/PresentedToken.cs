using PartnerTrust.Trust.Servers;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;
using PartnerTrust.Trust.Tokens;
using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>A token that comes to a server: from Lync to Exchange, unless changed.</summary>
/// <param name="Issued">As it was issued.</param>
internal sealed record PresentedToken(string Issued) : ISituation
{
    /// <summary>As it came.</summary>
    public string Sent { get; init; } = Issued;

    public Server Receiver { get; init; } = Scene.Exchange;

    public TrustState State { get; init; } = Scene.Trusting;

    /// <summary>By the receiver's clock.</summary>
    public DateTimeOffset At { get; init; } = Scene.Now;

    /// <summary>What Lync issues for a call of its own.</summary>
    public static string OfLync() => TokenIssuer.IssueActor(Scene.FromLync, Certs.Key(0));

    /// <summary>What Lync issues for a call for Ken Myer.</summary>
    public static string ForKen() => TokenIssuer.IssueForUser(Scene.FromLync, UserIdentity.Of(Scene.KenMyer.SipUri, Scene.KenMyer), Certs.Key(0));

    public PresentedToken With(string token) => this with { Issued = token, Sent = token };

    public PresentedToken Keeping(Func<TrustState, TrustState> change) => this with { State = change(State) };

    public Judgement Judge() => Judgement.Of(new TokenValidator().Validate(new TokenValidationRequest(Sent, Receiver, State, At)).Refusal);
}
