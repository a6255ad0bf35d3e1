namespace PartnerTrust.Plugin.Tests.Truth.Comparing;

/// <summary>What was foretold, or found.</summary>
internal enum Outcome
{
    /// <summary>Nothing was said.</summary>
    Silent,
    Holds,
    Fails,

    /// <summary>A preview said that it cannot be told.</summary>
    Untold,
}

/// <summary>How an operation goes.</summary>
/// <param name="Outcome">Whether it does.</param>
/// <param name="Number">Of the refusal (<c>PTnnnn</c>).</param>
/// <param name="Step">Of a check, at which it fails.</param>
internal sealed record Verdict(Outcome Outcome, string? Number = null, string? Step = null)
{
    public static Verdict Silent { get; } = new(Outcome.Silent);

    public static Verdict Holds { get; } = new(Outcome.Holds);

    public static Verdict Untold { get; } = new(Outcome.Untold);

    public override string ToString() =>
        Outcome == Outcome.Fails ? $"fails with {Number ?? "no number"}{(Step is null ? "" : $" at \"{Step}\"")}" : Outcome.ToString().ToLowerInvariant();
}
