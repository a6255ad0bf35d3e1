using System.Collections.Immutable;
using PartnerTrust.Engines.PowerShell.Wire;

namespace PartnerTrust.Engines.PowerShell.Cmdlets;

/// <summary>Stopping and starting services by cmdlets: <c>iisreset</c> is a program, of which nothing but text and an exit code is known
/// (powershell.md 10).</summary>
internal static class RestartCmdlets
{
    private const string ServiceName = "service";

    public static ImmutableArray<AllowedCmdlet> Table { get; } =
    [
        new("Restart-WebAppPool", CmdletEffect.Restarts, ["Name"]),
        new("Get-Service", CmdletEffect.Reads, ["Name", "ComputerName"]),
        new("Restart-Service", CmdletEffect.Restarts, ["Name", "InputObject", "Force", "Confirm"]),
        new("Start-Service", CmdletEffect.Restarts, ["Name", "InputObject", "Confirm"]),
    ];

    public static CmdletCall RestartPool(string name) => new CallBuilder("Restart-WebAppPool").Text("Name", name).Build();

    /// <summary>With all that depends on it, which <c>-Force</c> means.</summary>
    public static CmdletCall Restart(string service) => new CallBuilder("Restart-Service").Text("Name", service).On("Force").Unconfirmed().Build();

    public static CmdletCall Start(string service) => new CallBuilder("Start-Service").Text("Name", service).Unconfirmed().Build();

    /// <summary>A service of another machine, for the calls after it. Windows PowerShell alone can do so.</summary>
    public static CmdletCall FindOn(string machine, string service) =>
        new CallBuilder("Get-Service").Text("Name", service).Text("ComputerName", machine).Build("Name") with { Keep = ServiceName };

    public static CmdletCall RestartFound() => new CallBuilder("Restart-Service").With("InputObject", Found).On("Force").Unconfirmed().Build();

    public static CmdletCall StartFound() => new CallBuilder("Start-Service").With("InputObject", Found).Unconfirmed().Build();

    private static CmdletValue Found => new CmdletValue.Kept(ServiceName);
}
