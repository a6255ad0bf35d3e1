using System.Collections.Immutable;

namespace PartnerTrust.CmdletSimulator.Wire;

/// <summary>An error record.</summary>
/// <param name="Id"><c>FullyQualifiedErrorId</c>, whole.</param>
/// <param name="Category">Of <c>CategoryInfo</c>.</param>
/// <param name="Reason">Of <c>CategoryInfo</c>.</param>
/// <param name="Exceptions">Full names of the exception's types, the outermost first.</param>
/// <param name="Message">In the server's language.</param>
public sealed record PlayedError(string Id, string Category, string Reason, ImmutableArray<string> Exceptions, string Message)
{
    /// <summary><c>TargetName</c>; null for none.</summary>
    public string? Target { get; init; }

    public bool IsTerminating { get; init; } = true;
}

/// <summary>Ends a cmdlet with an error record.</summary>
public sealed class PlayedErrorException(PlayedError error) : Exception(error.Message)
{
    public PlayedError Error { get; } = error;
}
