using PartnerTrust.Trust.Evaluation;
using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>Whether a call would be accepted: of Lync to Exchange for Ken Myer, unless changed.</summary>
internal sealed record AskedCall : ISituation
{
    public TrustState State { get; init; } = Scene.Trusting;

    public TrustQuestion Question { get; init; } = new(Scene.Lync.Fqdn, Scene.Exchange.Fqdn, Scene.KenMyer.SipUri, Scene.Now);

    public AskedCall Keeping(Func<TrustState, TrustState> change) => this with { State = change(State) };

    public Judgement Judge() => Judgement.Of(TrustEvaluator.Evaluate(State, Question).Refusal);
}
