using PartnerTrust.Emulator.Faults;
using PartnerTrust.Reports.Overview;
using PartnerTrust.Trust.Faults;

namespace PartnerTrust.Emulator.Lab;

/// <summary>What an operator has switched to fail, as something that is seen beside the records: they do not show it.</summary>
public static class LabSights
{
    public static Sight Of(HostFault fault)
    {
        var (severity, consequence) = EffectOf(fault);
        return new Sight(
            fault.Server, severity, FaultCatalogue.HostFaultSwitchedOn(fault.Server, $"{fault.Kind} {fault.Value}".TrimEnd()), consequence);
    }

    /// <summary>Critical where nobody gets anything of the server that they could use; else it depends on who asks for what.</summary>
    private static (Severity, string) EffectOf(HostFault fault) => fault.Kind switch
    {
        HostFaultKind.Redirect or HostFaultKind.AutodiscoverRedirect when fault.Value is { Length: > 0 } place =>
            (Severity.Warning, $"Who asks {fault.Server} is sent to {place}."),
        HostFaultKind.BrokenTls or HostFaultKind.UntrustedTls or HostFaultKind.WrongTlsName or HostFaultKind.ExpiredTls =>
            (Severity.Critical, $"Nobody who checks TLS certificates talks to {fault.Server}."),
        HostFaultKind.Redirect or HostFaultKind.Html or HostFaultKind.Xml or HostFaultKind.DripFeed or HostFaultKind.NotFound
            or HostFaultKind.Unauthorized or HostFaultKind.ServerError or HostFaultKind.TruncatedBody or HostFaultKind.OversizedBody =>
            (Severity.Critical, $"Nobody gets an answer of {fault.Server} that is of use."),
        HostFaultKind.OAuthDisabled or HostFaultKind.TlsOffloading => (Severity.Critical, $"{fault.Server} accepts no partner's token."),
        HostFaultKind.PrivateKeyMissing => (Severity.Critical, $"{fault.Server} cannot call its partners."),
        HostFaultKind.AutodiscoverRedirect => (Severity.Critical, $"Nobody finds a mailbox of {fault.Server}."),
        _ => (Severity.Warning, ""),
    };
}
