namespace PartnerTrust.Plugin.Commands.Sources;

/// <summary>Whose trust a command is about, as it was asked for.</summary>
/// <param name="Stack">A stack of the project; null where none was named.</param>
/// <param name="DataDirectory">A data directory of the embedded engine; null where none was named.</param>
/// <param name="ConfigFile">A file with a stack's configuration; null where none was named.</param>
/// <param name="Directory">Where the project is, or below it.</param>
internal sealed record SourceRequest(string? Stack, string? DataDirectory, string? ConfigFile, string Directory)
{
    /// <summary>A file with a stack's state; null where none was named.</summary>
    public string? StateFile { get; init; }
}
