using System.Collections.Immutable;

namespace PartnerTrust.Plugin.Schema;

/// <summary>The values of the setting <c>engine</c>, a plain text in the schema because they differ from build to build.</summary>
public static class EngineNames
{
    public const string Setting = "engine";

    public const string Embedded = "embedded";
    public const string PowerShell = "powerShell";

    public static ImmutableArray<string> All { get; } = [Embedded, PowerShell];
}
