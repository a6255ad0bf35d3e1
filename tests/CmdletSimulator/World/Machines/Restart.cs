namespace PartnerTrust.CmdletSimulator.World.Machines;

/// <summary>Something was restarted or started.</summary>
/// <param name="Machine">Fqdn.</param>
/// <param name="Cmdlet">By which cmdlet.</param>
/// <param name="Name">Of the service or the application pool.</param>
public sealed record Restart(string Machine, string Cmdlet, string Name);
