using PartnerTrust.Reports.Overview;

namespace PartnerTrust.Reports.Status;

/// <summary>Colours of a terminal, or none.</summary>
/// <param name="IsColourful">Whether the reader is a terminal that is to show colours.</param>
public sealed record Palette(bool IsColourful)
{
    private const string Reset = "\e[0m";

    public string Paint(Severity severity, string text) => !IsColourful ? text : severity switch
    {
        Severity.Well => $"\e[32m{text}{Reset}",
        Severity.Warning => $"\e[33m{text}{Reset}",
        _ => $"\e[1;31m{text}{Reset}",
    };

    public string Title(string text) => IsColourful ? $"\e[1m{text}{Reset}" : text;
}
