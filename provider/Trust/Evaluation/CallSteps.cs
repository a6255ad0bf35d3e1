namespace PartnerTrust.Trust.Evaluation;

/// <summary>The stable names of the steps that every caller takes before its token is judged.</summary>
public static class CallSteps
{
    /// <summary>Whether there is such a call at all.</summary>
    public const string Question = "question";

    /// <summary>Where the receiver is looked for.</summary>
    public const string Autodiscover = "autodiscover";

    /// <summary>Whose tokens the receiver takes.</summary>
    public const string Challenge = "challenge";

    /// <summary>What the caller signs with.</summary>
    public const string Certificate = "certificate";

    /// <summary>The caller gets its token.</summary>
    public const string Token = "token";
}
