using PartnerTrust.Plugin.Configuration;

namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Where a trust is kept.</summary>
internal abstract record TrustPlace
{
    private TrustPlace()
    {
    }

    /// <summary>In a data directory of the embedded engine, which knows its servers itself.</summary>
    /// <param name="Directory">The absolute path.</param>
    public sealed record Store(string Directory) : TrustPlace;

    /// <summary>On real servers.</summary>
    /// <param name="Installation">Which, and how they are reached.</param>
    /// <param name="Told">Who names them.</param>
    public sealed record Servers(Installation Installation, string Told) : TrustPlace;

    /// <summary>In what Pulumi remembers of it: what the servers hold now may be another.</summary>
    /// <param name="Path">Of the file; <c>-</c> for the input.</param>
    public sealed record StateFile(string Path) : TrustPlace;
}
