using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Recording;

/// <summary>Notes every call that was run.</summary>
public interface ITranscript
{
    /// <param name="server">On which server.</param>
    /// <param name="call">What was run.</param>
    /// <param name="answer">What came of it; null where no answer came.</param>
    void Note(string server, CmdletCall call, CallAnswer? answer);
}
