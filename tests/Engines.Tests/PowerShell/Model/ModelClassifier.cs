using PartnerTrust.Engines.PowerShell.Wire;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

internal sealed class ModelClassifier : IErrorClassifier
{
    public Fault Classify(string server, CmdletCall call, CallAnswer answer) =>
        FaultCatalogue.WriteInterrupted(server, call.Cmdlet, answer.Errors.IsEmpty ? $"{answer.Ending}" : answer.Errors[0].Reason);

    public bool IsNotFound(CmdletError error) =>
        error.IsOf("ManagementObjectNotFoundException") || (error.Category == "ObjectNotFound" && error.Id != "CommandNotFoundException");
}
