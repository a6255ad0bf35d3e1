using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Recording;

/// <summary>For whoever asked for none.</summary>
public sealed class NoTranscript : ITranscript
{
    private NoTranscript()
    {
    }

    public static NoTranscript Instance { get; } = new();

    public void Note(string server, CmdletCall call, CallAnswer? answer)
    {
    }
}
