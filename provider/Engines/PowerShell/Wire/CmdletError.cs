using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>One error record. Everything but the message is the same in every language of a server (powershell.md 4).</summary>
/// <param name="Id"><c>FullyQualifiedErrorId</c>.</param>
/// <param name="Category">Of the <c>CategoryInfo</c>, for example <c>ObjectNotFound</c>.</param>
/// <param name="Reason">Of the <c>CategoryInfo</c>: mostly the exception's type without its namespace.</param>
/// <param name="Target"><c>TargetName</c> of the <c>CategoryInfo</c>; may be empty.</param>
/// <param name="Exceptions">The chain of exception types, the outermost first, those of other machines without <c>Deserialized.</c>.</param>
/// <param name="Message">In the server's language: to be shown, never to be judged by.</param>
/// <param name="HResult">0 where there is none.</param>
public sealed record CmdletError(
    string Id, string Category, string Reason, string Target, ImmutableArray<string> Exceptions, string Message, int HResult)
{
    /// <summary>The id without what an Exchange server writes before it: request, time stamp and failure category.</summary>
    public string ShortId => Id.Contains(']') ? Id[(Id.LastIndexOf(']') + 1)..].TrimStart() : Id;

    /// <summary>Whether an exception of that type, named without namespace, is its reason or in its chain.</summary>
    public bool IsOf(string exception) =>
        Reason == exception || Exceptions.Any(type => type == exception || type.EndsWith("." + exception, StringComparison.Ordinal));
}
