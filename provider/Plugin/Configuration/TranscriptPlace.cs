using PartnerTrust.Engines.Files;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Plugin.Configuration;

/// <summary>Where the transcript is written. It is looked at and not opened: nothing is made before the first cmdlet is run.</summary>
internal static class TranscriptPlace
{
    /// <summary>Why it cannot lie at the path; null where nothing is against it.</summary>
    public static Fault? Obstacle(string path) => FileStatus.Of(path).Kind is var kind and not (FileKind.Absent or FileKind.Regular)
        ? FaultCatalogue.TranscriptUnusable(path, UnfitFileException.Describe(kind))
        : null;
}
