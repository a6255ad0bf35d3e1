using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using PartnerTrust.Engines.Embedded.Store.Location;
using PartnerTrust.Plugin.Configuration;
using PartnerTrust.Plugin.Plans;
using PartnerTrust.Plugin.Schema;
using PartnerTrust.Plugin.Sharing;

namespace PartnerTrust.Plugin.Session;

/// <summary>What a session has of the world around it.</summary>
/// <param name="Schema">The package.</param>
/// <param name="Time">The clock.</param>
/// <param name="Logs">Where diagnostics go.</param>
/// <param name="Variable">Environment variables; null for one that is not set.</param>
/// <param name="Directory">The project's directory, against which relative paths are taken.</param>
public sealed record SessionEnvironment(
    PackageSchema Schema, TimeProvider Time, ILoggerFactory Logs, Func<string, string?> Variable, string Directory)
{
    /// <summary>Where the keys of generated certificates come from, by their size.</summary>
    public Func<int, RSA> MakeKey { get; init; } = RSA.Create;

    /// <summary>Where the engine started the plugin: the program's directory, which <c>main</c> may make another than the project's.</summary>
    public string WorkingDirectory { get; init; } = Directory;

    /// <summary>Told what the update would run on the servers; null where nobody asks.</summary>
    public UpdatePlan? Plan { get; init; }

    /// <summary>Where the sessions of one program find one another; null where each is alone.</summary>
    internal IMeetingPlace? Meetings { get; init; }

    public string PathOf(string path) => Path.GetFullPath(path, Directory);

    /// <summary>With the transcript where it lies.</summary>
    internal PowerShellSettings? Place(PowerShellSettings? settings) =>
        settings is { Transcript: { } path } ? settings with { Transcript = DataPlace.Of(PathOf(path)) } : settings;

    /// <summary>The same for a data directory, unless a release that took the path from the working directory left a store there.</summary>
    public string DataDirectoryOf(string path)
    {
        var (place, former) = (PathOf(path), Path.GetFullPath(path, WorkingDirectory));
        return DataDirectory.HoldsStore(former) && !DataDirectory.HoldsStore(place) ? former : place;
    }
}
