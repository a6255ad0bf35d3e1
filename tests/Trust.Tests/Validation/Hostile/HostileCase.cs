using PartnerTrust.Trust.State;
using PartnerTrust.Trust.Tests.Samples;

namespace PartnerTrust.Trust.Tests.Validation.Hostile;

/// <summary>A token that must be refused, beside its twin: the same token without the attack, which must be accepted.</summary>
/// <param name="Section">The section of RFC 8725 whose advice the attack hopes was not followed.</param>
/// <param name="Name">What the attacker does.</param>
/// <param name="Stage">The stage that refuses.</param>
/// <param name="Code">The number of the refusal.</param>
internal sealed record HostileCase(string Section, string Name, string Stage, string Code, Func<string> Token)
{
    public Func<string> Twin { get; init; } = () => Forge.Actor();

    /// <summary>What Exchange knows when the hostile token comes.</summary>
    public TrustState State { get; init; } = Scene.Trusting;

    /// <summary>What it knows when the twin comes.</summary>
    public TrustState TwinState { get; init; } = Scene.Trusting;

    public override string ToString() => $"RFC 8725 {Section}: {Name}";
}
