using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.PowerShell.Wire;

/// <summary>Tells why calls did not succeed, by what is the same in every language of a server (powershell.md 4).</summary>
internal interface IErrorClassifier
{
    Fault Classify(string server, CmdletCall call, CallAnswer answer);

    /// <summary>Whether the object that the call names is not there; a cmdlet that is not there is something else.</summary>
    bool IsNotFound(CmdletError error);
}
