using System.Collections.Immutable;

namespace PartnerTrust.Engines.PowerShell.Options;

/// <summary>How the cmdlets of one server are reached.</summary>
/// <param name="CommandLine">What starts a PowerShell: the program, and each argument; ours come after them.</param>
/// <param name="Layer">How that shell comes to the product's cmdlets.</param>
/// <param name="Modules">By name or path, what it imports before.</param>
public sealed record ServerShell(ImmutableArray<string> CommandLine, SessionLayer Layer, ImmutableArray<string> Modules)
{
    /// <summary>The PowerShell that this machine has.</summary>
    public static ImmutableArray<string> UsualCommandLine { get; } = OperatingSystem.IsWindows() ? ["powershell.exe"] : ["pwsh"];

    public bool Equals(ServerShell? other) =>
        other is not null && Layer == other.Layer && CommandLine.SequenceEqual(other.CommandLine) && Modules.SequenceEqual(other.Modules);

    public override int GetHashCode() => HashCode.Combine(Layer, CommandLine.Length, Modules.Length);
}
