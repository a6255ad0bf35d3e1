using PartnerTrust.CmdletSimulator.Generation;

namespace PartnerTrust.CmdletSimulator.Serving;

/// <summary>The real PowerShell for the generated modules, and what they are made of.</summary>
public static class PowerShellTool
{
    /// <summary>To be skipped with where it cannot be had.</summary>
    public const string Missing = "PowerShell could not be restored (dotnet tool restore), or ../shared has no cmdlets.json.";

    /// <summary>What to start, in any folder.</summary>
    public static IReadOnlyList<string> Command => RealPowerShell.Line;

    /// <summary>Whether there is one, and what the modules are made of. The first question restores it.</summary>
    public static bool IsThere => ReferencePages.ArePresent && RealPowerShell.Missing is null;
}
