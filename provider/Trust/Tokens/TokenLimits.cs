namespace PartnerTrust.Trust.Tokens;

/// <summary>How much of a token is read before it is refused.</summary>
public sealed record TokenLimits
{
    public static TokenLimits Default { get; } = new();

    /// <summary>Characters of the whole token; HTTP stacks allow no longer header anyway.</summary>
    public int Characters { get; init; } = 64 * 1024;

    /// <summary>Nesting of JSON in header or claims.</summary>
    public int Depth { get; init; } = 8;
}
