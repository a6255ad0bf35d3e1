namespace PartnerTrust.Trust.Tests.Remedies;

/// <summary>Something that a rule looks at.</summary>
internal interface ISituation
{
    Judgement Judge();
}
