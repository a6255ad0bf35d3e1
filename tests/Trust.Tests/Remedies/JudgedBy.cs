namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>A situation that one value says all about, and the rule that looks at it.</summary>
internal sealed record JudgedBy<T>(Func<T, Judgement> Rule, T Value) : ISituation
{
    public JudgedBy<T> Now(T value) => this with { Value = value };

    public Judgement Judge() => Rule(Value);
}
