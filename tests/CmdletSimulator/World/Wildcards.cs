using System.IO.Enumeration;

namespace PartnerTrust.CmdletSimulator.World;

/// <summary>Identities and filters.</summary>
internal static class Wildcards
{
    public static IEnumerable<T> Narrow<T>(IEnumerable<T> all, Func<T, string> name, string? pattern) =>
        pattern is null ? all : all.Where(one => FileSystemName.MatchesSimpleExpression(pattern, name(one), ignoreCase: true));

    /// <summary><c>global/x</c> is <c>x</c>.</summary>
    public static string WithoutScope(string identity) =>
        identity.StartsWith("global/", StringComparison.OrdinalIgnoreCase) ? identity["global/".Length..] : identity;
}
