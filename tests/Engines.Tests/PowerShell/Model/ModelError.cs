using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.Tests.PowerShell.Model;

/// <summary>A modelled cmdlet says no.</summary>
internal sealed class ModelError(string id, string category, string reason) : Exception(reason)
{
    public CmdletError Record { get; } = new(id, category, reason, "", [reason], "So ein Fehler.", 0);

    public static ModelError NotFound(string name) => new($"[Server=A] 1082ECE3,{name}", "NotSpecified", "ManagementObjectNotFoundException");

    public static ModelError Exists(string name) => new($"[Server=A] 7D1DE6F0,{name}", "NotSpecified", "ADObjectAlreadyExistsException");

    public static ModelError Denied() => new("[Server=A] 6F39DBA6", "NotSpecified", "ADOperationException");
}
